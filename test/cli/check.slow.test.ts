import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { library } from '../../src/cli/check/library.js';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'check '));
afterAll(() => rmSync(folder, { recursive: true }));

const layerNorm = (count: string): string => `
export function layerNorm(x: number[][], gamma: number[], beta: number[], eps: number): number[][] {
  return x.map((row) => {
    const mean = row.reduce((a, b) => a + b, 0) / row.length;
    const variance = row.reduce((a, b) => a + (b - mean) * (b - mean), 0) / ${count};
    return row.map((v, i) => ((v - mean) / Math.sqrt(variance + eps)) * gamma[i] + beta[i]);
  });
}
`;

beforeAll(() => {
  writeFileSync(join(folder, 'right.ts'), layerNorm('row.length'));
  writeFileSync(join(folder, 'odd types.ts'), `const a: string = 5;${layerNorm('row.length')}`);
  writeFileSync(join(folder, 'wrong.ts'), layerNorm('2'));
  writeFileSync(
    join(folder, 'throws.ts'),
    'export const layerNorm = () => { throw new Error("not today"); };',
  );
  writeFileSync(join(folder, 'other.ts'), 'export const other = 1;');
  writeFileSync(join(folder, 'broken.ts'), 'export const layerNorm = ;');
});

function run(words: readonly string[]): { code: number | null; lines: string[]; errors: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', './src/kernel/typescript.cjs', 'src/cli/check.ts', ...words],
    { cwd: root, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8' },
  );
  return { code: status, lines: stdout.trim().split('\n'), errors: stderr };
}

test.each([
  ['layer-norm', 'right.ts', 0, /✓[\s\S]*100 of 100 points/, /^\d+ passed, 0 failed$/],
  ['layer-norm', './odd types.ts', 0, /does not decide/, /^\d+ passed, 0 failed$/],
  ['layer-norm', 'wrong.ts', 1, /✗/, /^\d passed, 1 failed$/],
  ['layer-norm', 'throws.ts', 1, /stopped with an error: not today/, /^0 passed, 1 failed$/],
  ['layer-norm', 'other.ts', 2, /no export layerNorm/, /^0 passed, 1 failed$/],
  ['layer-norm', 'broken.ts', 2, /does not parse/, /^0 passed, 1 failed$/],
  ['layer-norm', 'none.ts', 2, /cannot be read/, /^0 passed, 1 failed$/],
  ['layer-norm', '.', 2, /is a folder/, /^0 passed, 1 failed$/],
  ['layr-norm', 'right.ts', 2, /near it are layer-norm/, /^0 passed, 1 failed$/],
])('check %s %s exits with %p and says why', (exercise, file, code, says, last) => {
  const { code: got, lines, errors } = run([exercise, file]);
  expect([got, errors]).toEqual([code, '']);
  expect(lines.join('\n')).toMatch(says);
  expect(lines.at(-1)).toMatch(last);
  expect(lines.join('\n')).not.toMatch(/^\s+at .*:\d+/m);
});

test.each([
  [['layer-norm', 'right.ts'], { outcome: 'passed', points: 100, exercise: 'layer-norm', file: 'right.ts' }],
  [['layer-norm', 'wrong.ts'], { outcome: 'failed' }],
  [['layer-norm', 'wrong.ts', '--hint', '2'], { hint: library.exercises['layer-norm'].hints[1] }],
  [['E1.1', 'wrong.ts'], { reason: expect.stringMatching(/E1\.1 is checked in its notebook/) as string }],
  [['layer-norm', 'none.ts'], { outcome: 'cannot be graded' }],
  [['layr-norm', 'right.ts'], { outcome: 'cannot be graded' }],
])('with --json %j is one object', (words, expected) => {
  const { lines } = run([...words, '--json']);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0])).toMatchObject(expected);
});

test('a class is graded into a table, and only what changed is graded again', () => {
  const room = join(folder, 'class');
  mkdirSync(join(room, 'bob'), { recursive: true });
  writeFileSync(join(room, 'ada.ts'), layerNorm('row.length'));
  writeFileSync(join(room, 'bob', 'answer.ts'), layerNorm('2'));
  writeFileSync(join(room, 'eve.ts'), 'export const layerNorm = (x) => { for (;;); };');
  const words = ['layer-norm', 'class', '--csv', 'out.csv', '--jobs', '2'];
  const table = (): string[] => readFileSync(join(folder, 'out.csv'), 'utf8').split('\r\n');
  const first = run(words);
  expect([first.code, first.lines.at(-1)]).toEqual([0, '1 passed, 2 failed']);
  expect(table().map((line) => line.split(',').slice(0, 4).join())).toEqual([
    '\uFEFFfile,exercise,outcome,points',
    'ada.ts,layer-norm,passed,100',
    'bob/answer.ts,layer-norm,failed,0',
    'eve.ts,layer-norm,failed,0',
    '',
  ]);
  const before = table();
  writeFileSync(join(room, 'eve.ts'), 'export const layerNorm = ;');
  const second = run(words);
  expect(second.code).toBe(1);
  expect(second.lines).toContain('2 of them are as they were, and were not graded again.');
  expect(table().slice(0, 3)).toEqual(before.slice(0, 3));
  expect(table()[3]).toMatch(/^eve\.ts,layer-norm,cannot be graded,,/);
});

test.each([
  [['layer-norm', 'right.ts', '--csv', 'new.csv'], /right\.ts cannot be read as a folder \(ENOTDIR\)/],
  [['layer-norm', 'empty', '--csv', 'new.csv'], /there is no \.ts file in empty/],
  [['layer-norm', '.', '--csv', 'none/new.csv'], /none\/new\.csv cannot be written/],
  [['layer-norm', '.', '--csv', 'right.ts'], /right\.ts is another kind of file/],
])('%j is refused in one sentence', (words, sentence) => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  const { code, lines, errors } = run(words);
  expect([code, lines.length, lines[1], errors]).toEqual([2, 2, '0 passed, 1 failed', '']);
  expect(lines[0]).toMatch(sentence);
});

test('--help says how, and is no failure', () => {
  const { code, lines } = run(['--help']);
  expect(code).toBe(0);
  expect(lines.join('\n')).toMatch(/--csv OUT/);
});
