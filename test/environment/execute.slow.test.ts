import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../house/project';

const python = path.join(root, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const cell = (source: string, tags: string[] = []): object => ({
  cell_type: 'code',
  id: `c${source.length}`,
  metadata: { tags },
  execution_count: null,
  outputs: [],
  source,
});

/** Runs a notebook of these cells with the Python kernel, so that what is seen comes from execute.py alone. */
function execute(
  cells: object[],
  ...options: string[]
): { code: number | null; err: string; out: string; cells: { outputs: object[] }[] } {
  const [input, output] = [path.join(folder, 'in.ipynb'), path.join(folder, 'out.ipynb')];
  const kernelspec = { name: 'python3', display_name: 'Python', language: 'python' };
  fs.writeFileSync(
    input,
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells }),
  );
  const script = path.join(root, 'environment', 'execute.py');
  const command = [script, input, output, '--kernel', 'python3', '--json', ...options];
  const { status, stdout, stderr } = spawnSync(python, command, { encoding: 'utf8' });
  const executed = JSON.parse(fs.readFileSync(output, 'utf8')) as { cells: { outputs: object[] }[] };
  return { code: status, out: stdout, err: stderr, cells: executed.cells };
}

test('a notebook that runs through ends with 0 and is written with its outputs and seconds', () => {
  const { code, out, cells } = execute([cell('1 + 1')]);
  expect(code).toBe(0);
  expect(cells[0]?.outputs[0]).toMatchObject({
    output_type: 'execute_result',
    data: { 'text/plain': ['2'] },
  });
  expect(JSON.parse(out)).toMatchObject({ notebook: 'in.ipynb', failures: [], seconds: expect.any(Number) });
});

test('a failing cell ends the run, with one sentence that names it', () => {
  const { code, err, cells } = execute([cell('1'), cell('1 / 0'), cell('print(3)')]);
  expect(code).toBe(1);
  expect(err).toMatch(/^in\.ipynb, cell 2: ZeroDivisionError: division by zero$/m);
  expect(cells[2]?.outputs).toEqual([]);
});

test('with --allow-errors the later cells run as well', () => {
  const { code, cells } = execute([cell('1 / 0'), cell('print(3)')], '--allow-errors');
  expect(code).toBe(0);
  expect(cells[1]?.outputs).toHaveLength(1);
});

test('a cell tagged raises-exception may fail', () => {
  expect(execute([cell('1 / 0', ['raises-exception']), cell('2')]).code).toBe(0);
});

test('a cell that takes too long ends the run with a sentence', () => {
  const { code, err } = execute([cell('import time; time.sleep(60)')], '--timeout', '2');
  expect(code).toBe(1);
  expect(err).toMatch(/in\.ipynb: a cell took longer than 2 s: give more with --timeout/);
});
