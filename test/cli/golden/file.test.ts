import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGolden } from '../../../src/cli/golden/file.js';

const folder = mkdtempSync(join(tmpdir(), 'golden '));
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string | object): string {
  const path = join(folder, 'a.json');
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  return path;
}

const one = { id: 'a', op: 'tanh', tol: 0, in: { x: [[2], [1, 2]] } };

test('a case may leave out what it does not have', () => {
  expect(readGolden(file({ cases: [one] }))).toEqual({
    cases: [{ ...one, attrs: {}, out: {}, gy: {}, grad: {} }],
  });
});

test('a training run that lacks something is refused in one sentence', () => {
  const sizes = { d: 2, ff: 2, h: 1, L: 1, T: 1, V: 2, place: 'pre' };
  const lists = { batches: [], loss_gradnorm_by_step: [], betas: [0.9, 0.98] };
  const run = { name: 'a', cfg: sizes, init: {}, lr: 1, tol: 0, ...lists };
  expect(readGolden(file({ runs: [run] }))).toMatchObject({ runs: [{ name: 'a', place: 'pre', qk: false }] });
  for (const [without, sentence] of [
    [{ cfg: undefined }, 'a.json, run 0: expected an object with "cfg" and "init"'],
    [{ batches: 3 }, 'a.json, run 0: expected a list "batches"'],
    [{ cfg: { ...sizes, L: '2' } }, 'a.json, run 0: expected "L" to be a number, got "2"'],
  ] as const)
    expect(() => readGolden(file({ runs: [{ ...run, ...without }] }))).toThrow(sentence);
});

test('numbers may be NaN or infinite, as words or as Python writes them', () => {
  const words =
    '{"cases":[{"id":"NaN, NaN","op":"tanh","tol":0,"in":{"x":[[3],["NaN","Infinity","-Infinity"]]}}]}';
  for (const text of [words, words.replace(/"(NaN|-?Infinity)"/g, '$1')])
    expect(readGolden(file(text))).toMatchObject({
      cases: [{ in: { x: [[3], [NaN, Infinity, -Infinity]] } }],
    });
});

test.each([
  ['', 'a.json: expected JSON, and this is not; was the file cut off?'],
  ['{"cases": [', 'a.json: expected JSON, and this is not; was the file cut off?'],
  [[1], 'a.json: expected a golden file with a list "cases" or a list "runs"'],
  [{ cases: 3 }, 'a.json: expected a golden file with a list "cases" or a list "runs"'],
  [{ cases: [{ id: 'a' }] }, 'a.json, case 0: expected an object with "id" and "op"'],
  [{ cases: [{ ...one, tol: -1 }] }, 'a.json, case a: expected "tol" to be a number that is not negative'],
  [{ cases: [{ ...one, in: [] }] }, 'a.json, case a, "in": expected tensors by name'],
  [{ cases: [{ ...one, in: { x: [1] } }] }, 'a.json, case a, "in", "x": expected [shape, numbers]'],
  [
    { cases: [{ ...one, in: { x: [[3], [1]] } }] },
    'a.json, case a, "in", "x": expected 3 numbers for shape [3], got 1',
  ],
  [
    { cases: [{ ...one, in: { x: [[1], [null]] } }] },
    'a.json, case a, "in", "x": expected numbers, got null',
  ],
])('%j is refused in one sentence', (text, message) => {
  expect(() => readGolden(file(text))).toThrow(message);
});

test('a file that is missing, or a folder, is named', () => {
  expect(() => readGolden(join(folder, 'b.json'))).toThrow(
    'there is no such file; give the path of a golden JSON file',
  );
  expect(() => readGolden(folder)).toThrow(
    'this cannot be read as a file; give the path of a golden JSON file',
  );
});
