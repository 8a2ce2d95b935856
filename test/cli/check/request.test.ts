import { understood } from '../../../src/cli/check/request.js';

const exercises = ['layer-norm', 'rms-norm', 'layer-norm-backward'];

test('an exercise and a file, and whether a tool reads the answer', () => {
  expect(understood(['layer-norm', 'a.ts'], exercises)).toEqual({
    exercise: 'layer-norm',
    file: 'a.ts',
    json: false,
    hint: 0,
  });
  expect(understood(['--json', 'layer-norm', 'a.ts'], exercises)).toMatchObject({ file: 'a.ts', json: true });
});

test('a hint may be asked for anywhere', () => {
  expect(understood(['--hint', '2', 'layer-norm', 'a.ts'], exercises)).toMatchObject({
    file: 'a.ts',
    hint: 2,
  });
});

test.each([
  [[], /the exercises are layer-norm, rms-norm/],
  [['layernorm', 'a.ts'], /there is no exercise layernorm; near it are layer-norm/],
  [['toString', 'a.ts'], /there is no exercise toString/],
  [['layer-norm'], /the file is missing/],
  [['layer-norm', 'a.ts', 'b.ts'], /one file at a time, got a\.ts b\.ts/],
  [['layer-norm', 'a.ts', '--hint'], /hints 1, 2 and 3, got none/],
  [['layer-norm', 'a.ts', '--hint', '4'], /got 4/],
  [['layer-norm', 'a.ts', '--fast'], /there is no --fast/],
])('%j is answered in a sentence', (words, sentence) => {
  expect(understood(words, exercises)).toMatch(sentence);
});
