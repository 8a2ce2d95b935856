import { stream } from '../../src/index.js';
import type { NDArray, SequenceTask } from '../../src/index.js';
import { copying } from '../../src/train/copying.js';
import { sequenceTask } from '../../src/train/sequences.js';
import { sorting } from '../../src/train/sorting.js';

const make = (seed: number): SequenceTask =>
  sorting({ length: 6, symbols: 6, random: stream('sorting', seed) });
const rows = ({ data, shape: [N, T] }: NDArray): number[][] =>
  Array.from({ length: N }, (_, n) => [...data.slice(n * T, (n + 1) * T)]);

test('the strings of a step are the same whatever was drawn before', () => {
  const [task, again] = [make(1), make(1)];
  task.batch(0, 16);
  task.batch(1, 16);
  expect(task.batch(7, 16)).toEqual(again.batch(7, 16));
  expect(again.batch(0, 16)).toEqual(task.batch(0, 16));
});

test('another step and another seed give other strings', () => {
  const seen = [make(1).batch(0, 16), make(1).batch(1, 16), make(2).batch(0, 16), make(1).evaluation];
  const first = seen.map(({ tokens }) => tokens.data.slice(0, 96).join());
  expect(new Set(first).size).toBe(4);
});

test('judged is on 128 strings that stay', () => {
  const task = make(3);
  expect(task.evaluation.tokens.shape).toEqual([128, 6]);
  expect(task.evaluation).toEqual(make(3).evaluation);
});

test('all symbols are about equally frequent', () => {
  const counts = new Array<number>(6).fill(0);
  make(1)
    .batch(0, 1000)
    .tokens.data.forEach((token) => counts[token]++);
  for (const seen of counts) expect(Math.abs(seen - 1000)).toBeLessThan(5 * Math.sqrt(1000));
});

test('chance is the logarithm of the symbols, and counts that are none are refused', () => {
  expect(copying({ length: 4, symbols: 32, random: stream('copying', 1) }).chance).toBeCloseTo(
    Math.log(32),
    14,
  );
  const random = stream('task', 1);
  expect(() => sequenceTask({ length: 0, symbols: 2, random }, () => ({ tokens: [], targets: [] }))).toThrow(
    'sequences: expected length to be a whole number from 1, got 0',
  );
});

test('sorting asks for the tokens of the string in order', () => {
  const { tokens, targets } = sorting({ length: 8, symbols: 12, random: stream('sorting', 1) }).batch(0, 50);
  const wanted = rows(tokens).map((row) => [...row].sort((a, b) => a - b));
  expect(rows(targets)).toEqual(wanted);
  expect(rows(tokens)).not.toEqual(wanted);
});

test('copying repeats the first half, and asks for the next token where it can be known', () => {
  const { tokens, targets } = copying({ length: 8, symbols: 32, random: stream('copying', 1) }).batch(0, 50);
  const asked = rows(targets);
  rows(tokens).forEach((row, n) => {
    expect(row.slice(4)).toEqual(row.slice(0, 4));
    asked[n].forEach((target, t) => expect(target).toBe(t >= 3 && t < 7 ? row[t + 1] : -100));
  });
});

test('a string that has no middle cannot be copied', () => {
  expect(() => copying({ length: 7, symbols: 3, random: stream('copying', 1) })).toThrow(
    'copying: expected an even length, got 7',
  );
});
