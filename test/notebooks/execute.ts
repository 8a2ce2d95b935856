import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pythonOf } from '../../src/cli/export/execute.js';
import { readNotebook, tagged } from '../../src/cli/export/notebook.js';
import type { Notebook } from '../../src/cli/export/notebook.js';
import { wordsOf } from '../../src/cli/export/printed.js';

export const root = path.resolve(__dirname, '..', '..');
const folder = path.join(root, 'notebooks');

/** The notebooks of the course, in order. */
export const notebooks = readdirSync(folder)
  .filter((name) => name.endsWith('.ipynb'))
  .sort();

/** What came out of a run. */
export interface Run {
  readonly notebook: Notebook;
  readonly seconds: number;
  /** Text of each code cell in order; where a cell failed as it should, only that it did. */
  readonly words: readonly string[];
  /** Cells that failed without being meant to, with their error. */
  readonly failures: readonly string[];
}

/** Runs a notebook of the course to its end, with no progress of a learner, through our kernel or stock tslab. */
export async function execute(name: string, kernel: 'ours' | 'stock'): Promise<Run> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'normlab-run-'));
  const out = path.join(scratch, 'out.ipynb');
  try {
    if (kernel === 'stock') writeStockKernel(scratch);
    const words = [path.join(root, 'environment', 'execute.py'), path.join(folder, name), out, '--allow-errors'];
    const began = performance.now();
    await finished([...words, ...(kernel === 'stock' ? ['--kernel', 'stock-tslab'] : [])], scratch);
    return runOf(readNotebook(out), (performance.now() - began) / 1000);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function finished(words: readonly string[], scratch: string): Promise<void> {
  const env = { ...process.env, JUPYTER_PATH: scratch, NORMLAB_LEARNER: path.join(scratch, 'learner.json') };
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
  const meant = cells.filter((cell) => tagged(cell, 'raises-exception'));
  const failed = cells.filter(
    (cell) =>
      !meant.includes(cell) &&
      cell.outputs?.some(
        (output) =>
          output.output_type === 'error' || (output.output_type === 'stream' && output.name === 'stderr'),
      ),
  );
  return {
    notebook,
    seconds,
    words: cells.map((cell) => (meant.includes(cell) ? 'fails, as it should' : wordsOf(cell))),
    failures: failed.map((cell) => `${cell.id}: ${wordsOf(cell)}`),
  };
}
