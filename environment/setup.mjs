import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { findPython } from './python.mjs';
import { Stop, quietly, say, tail } from './say.mjs';

const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
const writeJson = (file, value) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(value, null, 1)}\n`);
};

/** The three parts of the set-up, in order. Each knows whether it is done, and does only what is missing. */
const phases = [
  {
    title: 'npm packages',
    usual: 'about a minute',
    isDone: ({ root }) => packagesMatch(root),
    make: installPackages,
  },
  {
    title: 'Python packages (JupyterLab)',
    usual: 'one to three minutes',
    isDone: ({ root, platform }) => venvMatches(root, platform),
    make: installPython,
  },
  {
    title: 'the TypeScript kernel',
    usual: 'an instant',
    isDone: (place) => kernelFiles(place).every(([file, text]) => isText(file, text)),
    make: registerKernel,
  },
];

/**
 * Brings the folder to the point where notebooks run. Says what it does, what is left and how long that usually takes.
 * @param place `root`, `platform` (of platformOf), `env`, `node`
 * @returns how many parts had to be made: 0 where everything was there
 */
export async function setUp(place) {
  const left = phases.filter((phase) => !phase.isDone(place));
  if (left.length === 0) return 0;
  checkWritable(place.root);
  say(
    hasBegun(place)
      ? 'Completing the set-up: what is finished is kept.'
      : 'Setting up, this first time only.',
  );
  for (const [i, phase] of left.entries()) {
    say(`  ${i + 1} of ${left.length}  ${phase.title}: usually ${phase.usual}`);
    await phase.make(place);
  }
  return left.length;
}

/** What is not yet done, by title. */
export const missing = (place) => phases.filter((phase) => !phase.isDone(place)).map(({ title }) => title);

const hasBegun = ({ root, platform }) =>
  fs.existsSync(path.join(root, 'node_modules')) || fs.existsSync(platform.venv);

function checkWritable(root) {
  try {
    const trial = fs.mkdtempSync(path.join(root, '.normlab-trial-'));
    fs.rmdirSync(trial);
  } catch {
    throw new Stop(
      `This folder cannot be written to: move it somewhere you own, for example your home folder, and run this command there (${root}).`,
    );
  }
}

/** npm keeps what it has installed in node_modules/.package-lock.json, written last: compare it with what is locked. */
export function packagesMatch(root) {
  const locked = readJson(path.join(root, 'package-lock.json'))?.packages;
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!locked || !installed) return false;
  return Object.entries(locked).every(
    ([name, wanted]) =>
      name === '' ||
      wanted.optional ||
      wanted.devOptional ||
      (installed[name]?.version === wanted.version && installed[name]?.integrity === wanted.integrity),
  );
}

async function installPackages({ root, platform, env }) {
  const command = [...platform.npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, env, shell: platform.npmNeedsShell, progress: () => '' };
  const { code, output } = await quietly(command, options);
  if (code !== 0) throw whyStopped('npm packages', output);
}

const requirementsOf = (root) => path.join(root, 'environment', 'requirements.txt');
const stampOf = (platform) => path.join(platform.venv, 'normlab.json');
const hashOf = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** A virtual environment holds absolute paths, so it is good only for the folder and the requirements it was made for. */
function venvMatches(root, platform) {
  const stamp = readJson(stampOf(platform));
  return (
    stamp?.root === root &&
    stamp.requirements === hashOf(requirementsOf(root)) &&
    fs.existsSync(platform.python)
  );
}

async function installPython({ root, platform, env }) {
  const stamp = readJson(stampOf(platform));
  if (stamp && stamp.root !== root) {
    say(`      This folder was moved or copied from ${stamp.root}: its Python part is made anew.`);
    fs.rmSync(platform.venv, { recursive: true, force: true });
  }
  const clean = { ...env, PIP_USER: '0', PYTHONNOUSERSITE: '1' };
  const pip = [platform.python, '-m', 'pip'];
  if ((await quietly([...pip, '--version'], { env: clean })).code !== 0)
    await makeVenv(root, platform, clean);
  writeJson(stampOf(platform), { root, requirements: 'unfinished' });
  const requirements = requirementsOf(root);
  const total = fs.readFileSync(requirements, 'utf8').match(/^[\w.-]+==/gm).length;
  const count = (output) =>
    ` · ${Math.min(total, output.match(/^Collecting /gm)?.length ?? 0)} of ${total} packages`;
  const flags = ['--require-hashes', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off'];
  const { code, output } = await quietly([...pip, 'install', ...flags, '-r', requirements], {
    cwd: root,
    env: clean,
    progress: count,
  });
  if (code !== 0) throw whyStopped('Python packages', output);
  writeJson(stampOf(platform), { root, requirements: hashOf(requirements) });
}

async function makeVenv(root, platform, env) {
  const { command } = findPython(platform);
  const { code, output } = await quietly([...command, '-m', 'venv', '--clear', platform.venv], {
    cwd: root,
    env,
  });
  if (code !== 0) throw whyStopped('Python packages', output);
}

const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|Failed to establish a new connection|Temporary failure in name resolution/;
const diskFull = /ENOSPC|No space left on device|not enough space/i;

/** One sentence for why an installation stopped, with the tool's own last lines where it is none of the usual reasons. */
export function whyStopped(what, output) {
  if (diskFull.test(output))
    return new Stop(
      `The disk is full: free about 1 GB, then run this command again; what is finished is kept.`,
    );
  if (noNetwork.test(output))
    return new Stop(
      `The ${what} could not be fetched: connect to the network, then run this command again; what is finished is kept.`,
    );
  return new Stop(
    `Installing the ${what} stopped: run this command again, and if it stops again, send these lines.`,
    tail(output),
  );
}

/** Files of the kernel and of Lab's settings: both belong to the virtual environment, so that nothing else on the machine is touched. */
function kernelFiles({ root, platform, node }) {
  const share = path.join(platform.venv, 'share', 'jupyter');
  const kernel = {
    argv: [node, '--no-warnings', path.join(root, 'src', 'kernel', 'launch.cjs'), '{connection_file}'],
    display_name: 'TypeScript (normlab)',
    language: 'typescript',
    interrupt_mode: platform.interruptMode,
    metadata: { debugger: false },
  };
  const settings = {
    '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
  };
  const text = (value) => `${JSON.stringify(value, null, 1)}\n`;
  return [
    [path.join(share, 'kernels', 'tslab', 'kernel.json'), text(kernel)],
    [path.join(share, 'lab', 'settings', 'overrides.json'), text(settings)],
  ];
}

const isText = (file, text) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text;

function registerKernel(place) {
  for (const [file, text] of kernelFiles(place)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}
