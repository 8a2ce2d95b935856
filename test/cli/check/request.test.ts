import { helpLines, understood } from '../../../src/cli/check/request.js';

const exercises = ['layer-norm', 'rms-norm', 'layer-norm-backward'];

test('an exercise and a file, and whether a tool reads the answer', () => {
  expect(understood(['layer-norm', 'a.ts'], exercises)).toEqual({
    task: 'file',
    exercise: 'layer-norm',
    path: 'a.ts',
    json: false,
    hint: 0,
    seed: 0,
  });
  expect(understood(['--json', 'layer-norm', 'a.ts'], exercises)).toMatchObject({ path: 'a.ts', json: true });
});

test('a hint and a seed may be asked for anywhere', () => {
  expect(understood(['--hint', '2', 'layer-norm', '--seed', '7', 'a.ts'], exercises)).toMatchObject({
    path: 'a.ts',
    hint: 2,
    seed: 7,
  });
});

test('a folder is graded into a table, in as many threads as are said or as the machine likes', () => {
  const words = ['layer-norm', 'class', '--csv', 'out.csv'];
  const expected = { task: 'folder', exercise: 'layer-norm', path: 'class', csv: 'out.csv', seed: 0 };
  expect(understood(words, exercises)).toEqual(expected);
  expect(understood([...words, '--jobs', '3'], exercises)).toEqual({ ...expected, jobs: 3 });
});

test('help needs nothing else, and names every exercise and flag', () => {
  expect(understood(['--help'], exercises)).toEqual({ task: 'help' });
  const text = helpLines(exercises).join('\n');
  for (const word of [...exercises, '--csv', '--jobs', '--seed', '--hint', '--json'])
    expect(text).toContain(word);
});

test.each([
  [[], /the exercises are layer-norm, rms-norm/],
  [['layernorm', 'a.ts'], /there is no exercise layernorm; near it are layer-norm/],
  [['toString', 'a.ts'], /there is no exercise toString/],
  [['layer-norm'], /the file is missing/],
  [['layer-norm', 'a.ts', 'b.ts'], /one file at a time, got a\.ts b\.ts; --csv grades a folder/],
  [['layer-norm', 'a.ts', '--hint'], /hints 1, 2 and 3, got none/],
  [['layer-norm', 'a.ts', '--hint', '4'], /got 4/],
  [['layer-norm', 'a.ts', '--fast'], /there is no --fast/],
  [['layer-norm', 'a.ts', '--seed', '1.5'], /--seed takes a whole number, got 1\.5/],
  [['layer-norm', 'class', '--csv'], /--csv needs a value/],
  [['layer-norm', 'class', '--csv', 'o', '--jobs', '0'], /--jobs takes a whole number from 1 to 64, got 0/],
  [['layer-norm', 'class', '--csv', 'o', '--json'], /--json goes with one file/],
  [['layer-norm', 'class', '--csv', 'o', '--hint', '1'], /--hint goes with one file/],
  [['layer-norm', 'a.ts', '--jobs', '2'], /--jobs goes with a folder/],
])('%j is answered in a sentence', (words, sentence) => {
  expect(understood(words, exercises)).toMatch(sentence);
});

test('an exercise of a notebook is said to be one', () => {
  expect(understood(['E1.1', 'a.ts'], exercises, ['E1.1'])).toBe(
    'check: E1.1 is checked in its notebook; for files there are layer-norm, rms-norm, layer-norm-backward.',
  );
});
