import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** Starts JupyterLab on a port that it finds free itself, on a copy of a folder of the project, and waits until it answers. */
export async function startLab(folder: string): Promise<Lab> {
  const home = mkdtempSync(path.join(tmpdir(), 'normlab-lab-'));
  cpSync(path.join(root, folder), path.join(home, 'notebooks'), { recursive: true });
  const token = randomBytes(16).toString('hex');
  const options = ['--port=0', `--IdentityProvider.token=${token}`, `--ServerApp.root_dir=${home}`];
  // The page's own application object, to ask Lab itself when it is done.
  options.push('--LabApp.expose_app_in_browser=True');
  const rooted = process.getuid?.() === 0 ? ['--allow-root'] : [];
  const child = spawn(
    pythonOf(root),
    ['-m', 'jupyterlab', '--no-browser', '--ServerApp.ip=127.0.0.1', ...options, ...rooted],
    { env: environment(home), stdio: ['ignore', 'ignore', 'pipe'], cwd: home },
  );
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)));
  const stop = async (): Promise<void> => {
    await ended(child);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const base = await answering(path.join(home, '.runtime'), token, child);
    return { address: (notebook) => `${base}lab/tree/notebooks/${notebook}?token=${token}`, stop };
  } catch (error) {
    await stop();
    throw new Error(`JupyterLab did not start:\n${said}`, { cause: error });
  }
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

/** The address at which it answers, once it does: it writes into its own folder where that is. */
async function answering(folder: string, token: string, child: ChildProcess): Promise<string> {
  while (child.exitCode === null) {
    const url = addressIn(folder);
    const asked = url === undefined ? undefined : fetch(`${url}api/status?token=${token}`);
    if ((await asked?.catch(() => undefined))?.ok) return url!;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`it ended with code ${child.exitCode}`);
}

function addressIn(folder: string): string | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const file = names.find((name) => /^jpserver-\d+\.json$/.test(name));
  const text = file && readFileSync(path.join(folder, file), 'utf8');
  // It may be in the middle of writing.
  return text?.endsWith('}') ? (JSON.parse(text) as { url: string }).url : undefined;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}
