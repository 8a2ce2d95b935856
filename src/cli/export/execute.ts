import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { ExportError, readNotebook } from './notebook.js';
import type { Notebook } from './notebook.js';

/** A notebook that has just run, and how long that took. */
export interface Executed {
  readonly notebook: Notebook;
  readonly seconds: number;
}

/** Where a run happens. */
export interface Place {
  /** The project's folder. */
  readonly root: string;
  /** A folder for what the run leaves; it is there and empty. */
  readonly scratch: string;
  /** Ends the run early. */
  readonly signal?: AbortSignal;
  /** The seconds that one cell may take; five minutes where left out. */
  readonly timeout?: number | undefined;
}

/** The Python of the project's own virtual environment. */
export function pythonOf(root: string): string {
  const windows = process.platform === 'win32';
  const python = path.join(root, '.venv', ...(windows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
  if (existsSync(python)) return python;
  throw new ExportError('The Python part is not set up yet: run `npm start` once, then try again.');
}

/**
 * Runs a notebook from its first cell in a fresh kernel, with no progress of a learner, and reads what came out.
 * Paths of this machine are taken out of it.
 *
 * @throws ExportError naming the cell that failed.
 * @example
 * const { notebook, seconds } = await execute('notebooks/01-layer-norm.ipynb', { root, scratch });
 */
export async function execute(file: string, { root, scratch, signal, timeout }: Place): Promise<Executed> {
  const source = readNotebook(file);
  const out = path.join(scratch, 'executed.ipynb');
  const began = performance.now();
  const words = [path.join(root, 'environment', 'execute.py'), file, out];
  const child = spawn(pythonOf(root), [...words, ...(timeout ? ['--timeout', String(timeout)] : [])], {
    env: { ...process.env, NORMLAB_LEARNER: newLearner(scratch) },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A Ctrl-C of the terminal reaches it through us, once, so that it has time to end its kernel.
    detached: process.platform !== 'win32',
  });
  const stop = (): void => void child.kill('SIGINT');
  signal?.addEventListener('abort', stop);
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  signal?.removeEventListener('abort', stop);
  if (signal?.aborted) throw new ExportError('Stopped: nothing was written.');
  const strings = machinePaths(root, scratch);
  if (code !== 0) throw new ExportError(failure(said, strings));
  const ran = readNotebook(out, strings);
  // An old notebook has no cell ids, and each run would invent new ones.
  const cells = ran.cells.map((cell, i) => ({ ...cell, id: source.cells[i]?.id ?? cell.id }));
  return { notebook: { ...ran, cells }, seconds: (performance.now() - began) / 1000 };
}

/** The file of a learner who has done nothing, with the same seed for every run, so that all runs say the same. */
function newLearner(folder: string): string {
  const file = path.join(folder, 'learner.json');
  writeFileSync(file, '{ "version": 1, "seed": 0 }\n');
  return file;
}

/** What stands for the folders of this machine in anything kept. */
export function machinePaths(root: string, scratch: string): [string, string][] {
  return [
    [scratch + path.sep, ''],
    [root + path.sep, ''],
    [root, '.'],
    [tmpdir() + path.sep, ''],
    [homedir() + path.sep, '~/'],
  ];
}

/** The one sentence of a failed run: its first complaint, or its last words. */
function failure(said: string, strings: readonly (readonly [string, string])[]): string {
  const lines = said.split('\n').map((line) => line.trim());
  const found =
    lines.find((line) => /\.ipynb\b/.test(line) && !line.startsWith('File ')) ?? lines.filter(Boolean).at(-1);
  const clean = strings.reduce(
    (line, [from, to]) => line.replaceAll(from, to),
    found ?? 'it ended without a word',
  );
  return `The notebook does not run through, so there is no page: ${clean}`;
}
