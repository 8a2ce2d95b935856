import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonOf } from '../../src/cli/export/execute.js';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hand out '));
afterAll(() => rmSync(folder, { recursive: true }));

function node(program: string, ...words: string[]): { code: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['-r', './src/kernel/typescript.cjs', `src/cli/${program}.ts`, ...words],
    { cwd: root, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
  );
  return { code: status, lines: stdout.trim().split('\n') };
}

test('hands out from where the user stands, and what is handed out can be checked and run', () => {
  const { code, lines } = node('exercise', 'hand-out', 'E0.1', 'layer-norm', '--out', 'class one');
  expect(code).toBe(0);
  expect(lines).toEqual(['written: class one with README.md, layer-norm.ts, 00-start-here.ipynb']);
  expect(readdirSync(folder)).toEqual(['class one']);

  const checked = node('check', 'layer-norm', 'class one/layer-norm.ts', '--hint', '1');
  expect(checked.code).toBe(1);
  expect(checked.lines.join('\n')).toMatch(/layerNorm is not written yet[^]*Hint: One row at a time/);

  const [notebook, out] = ['class one/00-start-here.ipynb', 'out.ipynb'].map((name) => join(folder, name));
  const learner = join(folder, 'learner.json');
  writeFileSync(learner, '{ "version": 1, "seed": 0 }');
  const { status, stderr } = spawnSync(
    pythonOf(root),
    [join(root, 'environment', 'execute.py'), notebook, out],
    { env: { ...process.env, NORMLAB_LEARNER: learner }, encoding: 'utf8' },
  );
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  expect(readFileSync(out, 'utf8')).toContain('Not written yet: E0.1');
});

test('says in one sentence what it cannot do', () => {
  const { code, lines } = node('exercise', 'hand-out', 'layer-norms', '--out', 'two');
  expect(code).toBe(2);
  expect(lines).toEqual([
    expect.stringMatching(/^exercise: there is no exercise layer-norms; near it are layer-norm, /),
  ]);
});
