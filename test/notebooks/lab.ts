import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pythonOf } from '../../src/cli/export/execute.js';
import { root } from './execute.js';

/** A JupyterLab of its own, on a copy of the notebooks, so that a run leaves the tree as it was. */
export interface Lab {
  /** The address that opens a notebook of the copy. */
  address(notebook: string): string;
  stop(): Promise<void>;
}

/** Starts JupyterLab on a free port, on a copy of a folder of the project, and waits until it answers. */
export async function startLab(folder: string): Promise<Lab> {
  const home = mkdtempSync(path.join(tmpdir(), 'normlab-lab-'));
  cpSync(path.join(root, folder), path.join(home, 'notebooks'), { recursive: true });
  const [port, token] = [await freePort(), randomBytes(16).toString('hex')];
  const options = [`--port=${port}`, `--IdentityProvider.token=${token}`, `--ServerApp.root_dir=${home}`];
  // The page's own application object, to ask Lab itself when it is done.
  options.push('--LabApp.expose_app_in_browser=True');
  const rooted = process.getuid?.() === 0 ? ['--allow-root'] : [];
  const child = spawn(
    pythonOf(root),
    ['-m', 'jupyterlab', '--no-browser', '--ServerApp.ip=127.0.0.1', '--ServerApp.port_retries=0', ...options, ...rooted],
    { env: environment(home), stdio: ['ignore', 'ignore', 'pipe'], cwd: home },
  );
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)));
  const base = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await answers(`${base}/api/status?token=${token}`, child);
  } catch (error) {
    await stop();
    throw new Error(`JupyterLab did not start:\n${said}`, { cause: error });
  }
  return { address: (notebook) => `${base}/lab/tree/notebooks/${notebook}?token=${token}`, stop };
}

/** Settings, workspaces and a learner's progress stay in the temporary folder. */
function environment(home: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    JUPYTER_PREFER_ENV_PATH: '1',
    JUPYTER_CONFIG_DIR: path.join(home, '.config'),
    JUPYTER_DATA_DIR: path.join(home, '.data'),
    JUPYTER_RUNTIME_DIR: path.join(home, '.runtime'),
    JUPYTERLAB_WORKSPACES_DIR: path.join(home, '.workspaces'),
    JUPYTERLAB_SETTINGS_DIR: path.join(home, '.settings'),
    NORMLAB_LEARNER: path.join(home, 'learner.json'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('it did not answer within 90 s');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}
