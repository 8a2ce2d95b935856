import type { Claim, Result } from '../../src/experiments/experiment.js';
import {
  divergedIsInfinite,
  holds,
  judged,
  judgedClaim,
  median,
  medianOver,
  MissingRecords,
  valuesOver,
} from '../../src/experiments/claims.js';
import { recordsOf } from '../../src/experiments/runs.js';
import { artificial } from './artificial.js';

const results = [...recordsOf(artificial, { preset: 'notebook', seeds: [100, 101, 102] })];
const losses = (values: readonly number[]): Result[] =>
  values.map((loss, seed) => ({ ...results[0], seed, metrics: { loss, trace: [loss, -loss] } }));
const [claim] = artificial.claims('notebook');

test('the median is the middle, or the mean of the two in the middle', () => {
  expect(median([5])).toBe(5);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([3, 1, 2, 10])).toBe(2.5);
  expect(median([10, 9, 100, 1])).toBe(9.5);
  expect(() => median([])).toThrow('median: expected at least one number, got none');
});

test('the median of infinities is one', () => {
  expect(median([1, Infinity, Infinity, Infinity])).toBe(Infinity);
  expect(median([1, 2, Infinity, Infinity])).toBe(Infinity);
  expect(median([-Infinity, -Infinity, -Infinity, 1])).toBe(-Infinity);
  expect(median([1, 2, 3, Infinity])).toBe(2.5);
});

test('over seeds, a loss that became NaN counts as infinite', () => {
  const where = { arm: 'left', size: 2 };
  expect(medianOver(losses([NaN, 1, 2]), where, 'loss')).toBe(2);
  expect(medianOver(losses([NaN, NaN, 2]), where, 'loss')).toBe(Infinity);
  expect(medianOver(losses([NaN, 1, NaN, 1]), where, 'loss')).toBe(Infinity);
  expect([NaN, -Infinity, 0].map(divergedIsInfinite)).toEqual([Infinity, -Infinity, 0]);
});

test('values are those of the arm, the setting and the seed that are meant, by a name or otherwise', () => {
  const of = (where: Record<string, string | number>): unknown[] => valuesOver(results, where, 'loss');
  const wanted = (which: (result: Result) => boolean): unknown[] =>
    results.filter(which).map(({ metrics }) => metrics.loss);
  expect(of({ arm: 'right' })).toEqual(wanted(({ arm }) => arm === 'right'));
  expect(of({ size: 4, seed: 101 })).toEqual(
    wanted(({ setting, seed }) => setting.size === 4 && seed === 101),
  );
  const second = ({ metrics }: Result): unknown => (metrics.trace as number[])[1];
  expect(valuesOver(losses([1, 2]), {}, second)).toEqual([-1, -2]);
});

test('records that are not there, and metrics that are no numbers, are errors and not NaN', () => {
  expect(() => valuesOver(results, { arm: 'left', size: 3 }, 'loss')).toThrow(MissingRecords);
  expect(() => valuesOver(results, { arm: 'left', size: 3 }, 'loss')).toThrow(
    'valuesOver: expected records of arm left, size 3, got none',
  );
  expect(() => valuesOver(results, { arm: 'left' }, 'lost')).toThrow(
    'valuesOver: expected a number for lost of arm left',
  );
  expect(() => medianOver(results, {}, 'trace')).toThrow(TypeError);
});

test('a threshold holds on its own number, whatever rounding made of it, and never for NaN', () => {
  const one = (relation: Claim['relation'], threshold: Claim['threshold']) => (value: number) =>
    holds({ id: 'a', relation, threshold }, value);
  expect([1, 2, 3, NaN, Infinity].map(one('at least', 2))).toEqual([false, true, true, false, true]);
  expect([1, 2, 3, NaN, Infinity].map(one('at most', 2))).toEqual([true, true, false, false, false]);
  expect([1, 2, 3, 4, 5, NaN].map(one('between', [2, 4]))).toEqual([false, true, true, true, false, false]);
  expect([1.8 * (1 - 2 ** -52), 1.8 * (1 - 1e-9)].map(one('at least', 1.8))).toEqual([true, false]);
  expect([1.8 * (1 + 2 ** -52), 1.8 * (1 + 1e-9)].map(one('at most', 1.8))).toEqual([true, false]);
  expect([-2, -2 - 1e-9].map(one('between', [-2, 0]))).toEqual([true, false]);
  for (const wrong of [one('between', 2), one('at most', [1, 2]), one('at least', [1, 2])])
    expect(() => wrong(2)).toThrow(
      'a: expected one number behind "at least" and "at most", two behind "between"',
    );
});

test('an experiment is judged claim by claim', () => {
  const noise = (seed: number): number =>
    Number(results.find((result) => result.arm === 'left' && result.seed === seed)?.metrics.loss);
  expect(judged(artificial, 'notebook', results)).toEqual([
    { id: claim.id, text: claim.text, threshold: 2, value: expect.closeTo(3, 12), holds: true },
    expect.objectContaining({
      ...{ id: 'left-is-one', threshold: [0.5, 1.5], holds: true },
      value: median([100, 101, 102].map(noise)),
    }),
  ]);
});

test('a claim does not hold where its records are missing; another mistake in it is not hidden', () => {
  expect(judgedClaim(claim, [])).toMatchObject({ value: NaN, holds: false });
  expect(() => judgedClaim({ ...claim, value: () => medianOver(results, {}, 'lost') }, results)).toThrow(
    TypeError,
  );
});
