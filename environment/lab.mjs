import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isWritable } from './files.mjs';
import { Stop, say } from './say.mjs';
import { pythonEnvironment } from './venv.mjs';

const firstNotebook = path.join('notebooks', '01-layer-norm.ipynb');
export const usualPort = 8888;

/** Opens JupyterLab on notebook 01, or on the notebook among `args`; the other arguments reach Lab as they are. */
export async function openLab({ root, env, platform }, args) {
  const { notebook, rest } = splitArguments(args, env.INIT_CWD ?? process.cwd());
  const port = await choosePort(rest);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) say('You are root: JupyterLab is started with --allow-root.');
  if (!isWritable(root))
    say('This folder is read-only: notebooks run, but changes to them cannot be saved here.');
  const lab = [
    ...['-m', 'jupyterlab', `--ServerApp.root_dir=${root}`],
    `--LabApp.default_url=${labUrl(root, notebook ?? path.join(root, firstNotebook))}`,
    ...(port ? [`--ServerApp.port=${port}`] : []),
    ...(asRoot && !rest.includes('--allow-root') ? ['--allow-root'] : []),
    ...(rest.some((arg) => /^--(debug|log-level|\w+\.log_level)/.test(arg)) ? [] : ['--log-level=WARN']),
    ...rest,
  ];
  say('Opening JupyterLab: usually five seconds. To end it, press Ctrl-C here.');
  return follow(
    spawn(platform.python, lab, { cwd: root, env: labEnvironment(env, platform), stdio: 'inherit' }),
  );
}

/** A notebook named on the command line is meant from the folder the command was typed in; npm has changed to the root since. */
export function splitArguments(args, typedIn) {
  const isNotebook = (arg) => !arg.startsWith('-') && arg.endsWith('.ipynb');
  const notebook = args.find(isNotebook);
  return {
    notebook: notebook && path.resolve(typedIn, notebook),
    rest: args.filter((arg) => arg !== notebook),
  };
}

/** The address under which Lab opens a notebook of this folder. */
export function labUrl(root, notebook) {
  const inside = path.relative(root, notebook).split(path.sep);
  if (inside[0] === '..' || !fs.existsSync(notebook))
    throw new Stop(`There is no notebook ${notebook} in this folder: look into notebooks/ for their names.`);
  return `/lab/tree/${inside.map(encodeURIComponent).join('/')}`;
}

/** The port asked for, as `--port 1`, `--port=1` or `--ServerApp.port=1`; undefined where none was. */
export function portAsked(args) {
  for (const [i, arg] of args.entries()) {
    const [, given] = /^--(?:ServerApp\.)?port(?:=(\d+))?$/.exec(arg) ?? [];
    if (given ?? /^--port$/.test(arg)) return Number(given ?? args[i + 1]);
  }
  return undefined;
}

/** The port to add to Lab's arguments; undefined where the arguments name one, which must then be free. */
async function choosePort(args) {
  const asked = portAsked(args);
  if (asked !== undefined) {
    if (asked !== 0 && !(await isFree(asked)))
      throw new Stop(`Port ${asked} is taken: choose another, or leave --port out and a free one is found.`);
    return undefined;
  }
  const port = await freePort();
  if (port === undefined)
    throw new Stop(
      `Ports ${usualPort} and up are taken: choose a free one with \`npm start -- --port 9999\`.`,
    );
  if (port !== usualPort) say(`Port ${usualPort} is taken: using ${port}.`);
  return port;
}

/** The first free port from the usual one on, as Lab itself would look for it. */
export async function freePort() {
  for (let port = usualPort; port < usualPort + 50; port++) if (await isFree(port)) return port;
  return undefined;
}

export function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Our kernel wins over one of the same name in the user's home, and `jupyter-…` commands are those of the virtual environment. */
export function labEnvironment(env, platform) {
  const separator = platform.windows ? ';' : ':';
  const kept = pythonEnvironment(env);
  const pathName = Object.keys(kept).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...kept,
    [pathName]: [platform.bin, kept[pathName]].filter(Boolean).join(separator),
    JUPYTER_PREFER_ENV_PATH: '1',
  };
}

/**
 * Ctrl-C reaches Lab by itself, which asks back: stay until it has ended. Whoever ends npm instead ends Lab as well: the
 * signal does not come this far, but this process then has another parent.
 */
function follow(lab) {
  const startedBy = process.ppid;
  setInterval(() => process.ppid !== startedBy && lab.kill('SIGTERM'), 1000).unref();
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => lab.kill('SIGTERM'));
  return new Promise((resolve) => {
    lab.on('error', () => resolve(1));
    lab.on('exit', (code) => resolve(code ?? 0));
  });
}
