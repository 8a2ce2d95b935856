import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pythonOf } from '../../src/cli/export/execute.js';
import { readNotebook, tagged } from '../../src/cli/export/notebook.js';
import type { Notebook, Output } from '../../src/cli/export/notebook.js';
import { withoutDurations, wordsOf } from '../../src/cli/export/printed.js';

export const root = path.resolve(__dirname, '..', '..');
const folder = path.join(root, 'notebooks');

/** The notebooks of the course, in order, and those of its folders: 'museum/01-first-room.ipynb'. */
export const notebooks = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.ipynb') && !name.includes('.ipynb_checkpoints'))
  .sort();

/** What came out of a run. */
export interface Run {
  readonly notebook: Notebook;
  readonly seconds: number;
  /** Text of each code cell in order, durations marked, those meant to fail left out. */
  readonly words: readonly string[];
  /** Cells that failed without being meant to, with their error. */
  readonly failures: readonly string[];
}

/** Runs a notebook of the course to its end, with no progress of a learner, through our kernel or stock tslab. */
export async function execute(name: string, kernel: 'ours' | 'stock'): Promise<Run> {
  // Below the project, so that stock tslab finds the package from there.
  mkdirSync(path.join(root, 'build'), { recursive: true });
  const scratch = mkdtempSync(path.join(root, 'build', 'run-'));
  const out = path.join(scratch, 'out.ipynb');
  const stock = kernel === 'stock';
  try {
    const notebook = stock ? withoutMeantFailures(name, scratch) : path.join(folder, name);
    if (stock) writeStockKernel(scratch);
    const words = [path.join(root, 'environment', 'execute.py'), notebook, out, '--allow-errors'];
    const began = performance.now();
    await finished([...words, ...(stock ? ['--kernel', 'stock-tslab'] : [])], scratch);
    return runOf(readNotebook(out), (performance.now() - began) / 1000);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Stock tslab drops every cell that is sent within 200 ms after one that failed: nbclient is that fast, a learner is not. */
function withoutMeantFailures(name: string, scratch: string): string {
  const whole = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Notebook;
  const file = path.join(scratch, path.basename(name));
  const cells = whole.cells.filter((cell) => !tagged(cell, 'raises-exception'));
  writeFileSync(file, JSON.stringify({ ...whole, cells }));
  return file;
}

async function finished(words: readonly string[], scratch: string): Promise<void> {
  const learner = path.join(scratch, 'learner.json');
  // With a seed of their own, two learners would be asked about other numbers.
  writeFileSync(learner, '{ "version": 1, "seed": 0 }');
  const env = { ...process.env, JUPYTER_PATH: scratch, NORMLAB_LEARNER: learner };
  const child = spawn(pythonOf(root), words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(said);
}

function writeStockKernel(scratch: string): void {
  const spec = path.join(scratch, 'kernels', 'stock-tslab');
  mkdirSync(spec, { recursive: true });
  const tslab = path.join(root, 'node_modules', 'tslab', 'bin', 'tslab');
  const argv = [process.execPath, tslab, 'kernel', '--config-path', '{connection_file}'];
  const content = { argv, display_name: 'stock tslab', language: 'typescript' };
  writeFileSync(path.join(spec, 'kernel.json'), JSON.stringify(content));
}

function runOf(notebook: Notebook, seconds: number): Run {
  const cells = notebook.cells.filter((cell) => cell.cell_type === 'code');
  const plain = cells.filter((cell) => !tagged(cell, 'raises-exception'));
  const fails = (output: Output): boolean =>
    output.output_type === 'error' || (output.output_type === 'stream' && output.name === 'stderr');
  const failed = plain.filter((cell) => cell.outputs?.some(fails));
  return {
    notebook,
    seconds,
    words: plain.map((cell) => withoutDurations(wordsOf(cell))),
    failures: failed.map((cell) => `${cell.id}: ${wordsOf(cell)}`),
  };
}
