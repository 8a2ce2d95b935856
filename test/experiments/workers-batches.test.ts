import { dealt } from '../../src/experiments/workers-batches.js';
import { stream } from '../../src/tensor/random.js';
import { digits } from '../../src/train/digits.js';

const { train } = digits();
const classesOf = (rows: readonly number[]): number => new Set(rows.map((n) => train.targets.data[n])).size;
const deal = (sorted: boolean, seed: number = 1): number[][] =>
  dealt(train, { size: 8, sorted, random: stream('dealing', seed) });

test('every row is dealt at most once, in full batches', () => {
  for (const batches of [deal(false), deal(true)]) {
    expect(batches.every((rows) => rows.length === 8)).toBe(true);
    expect(new Set(batches.flat()).size).toBe(8 * batches.length);
  }
  expect(deal(false)).toHaveLength(Math.floor(1297 / 8));
});

test('sorted batches hold one class each, in an order that mixes classes; mixed ones hold several', () => {
  expect(deal(true).map(classesOf)).toEqual(deal(true).map(() => 1));
  expect(
    deal(true)
      .slice(0, 10)
      .flat()
      .map((n) => train.targets.data[n]),
  ).not.toEqual([...deal(true).slice(0, 10).flat()].map((n) => train.targets.data[n]).sort((a, b) => a - b));
  expect(deal(false).every((rows) => classesOf(rows) > 1)).toBe(true);
});

test('another seed deals otherwise, the same one alike', () => {
  expect(deal(true)).toEqual(deal(true));
  expect(deal(true, 2)).not.toEqual(deal(true));
});
