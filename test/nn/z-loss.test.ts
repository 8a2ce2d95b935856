import { add, crossEntropy, gradient, tensor, toNested, zLoss } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';
import { bothWays, expectBothWaysEqual } from './composition.js';

/** log Σ exp of each row, with no care for large numbers. */
const sizes = (x: readonly number[], K: number): number[] =>
  Array.from({ length: x.length / K }, (_, n) =>
    Math.log(x.slice(n * K, (n + 1) * K).reduce((sum, value) => sum + Math.exp(value), 0)),
  );
const defined = (x: readonly number[], K: number, c: number): number => {
  const z = sizes(x, K);
  return (c * z.reduce((sum, value) => sum + value * value, 0)) / z.length;
};

describe('rows on two axes', () => {
  behaves({
    f: (logits) => zLoss(logits, { coefficient: 0.3 }),
    inputs: [between(-2, 3, [2, 2, 3])],
    want: (x) => [defined(x, 3, 0.3)],
    shape: [],
    tolerance: 1e-15,
  });
});

describe('one row', () => {
  behaves({
    f: (logits) => zLoss(logits, { coefficient: -2 }),
    inputs: [between(-2, 3, [4])],
    want: (x) => [defined(x, 4, -2)],
    shape: [],
    tolerance: 1e-15,
  });
});

test('without a coefficient it is a ten-thousandth', () => {
  const logits = between(-1, 1, [4, 3]);
  expect(zLoss(logits).data).toEqual(zLoss(logits, { coefficient: 1e-4 }).data);
});

test('the backward by hand is that of the composition', () => {
  expectBothWaysEqual((x) => zLoss(x, { coefficient: 1 }), [between(-3, 3, [5, 4])]);
});

test('logits of ±1000 give the squares of what they are', () => {
  const logits = tensor([
    [1000, 0, -1000],
    [-1000, -1000, -1000],
  ]);
  const f = (x: Tensor): Tensor => zLoss(x, { coefficient: 1 });
  const second = Math.log(3) - 1000;
  expect(f(logits).data[0]).toBeCloseTo((1e6 + second * second) / 2, 9);
  const [dx] = gradient(f(logits), [logits]);
  const third = second / 3;
  expect(toNested(dx)).toEqual([[1000, 0, 0], Array(3).fill(expect.closeTo(third, 11))]);
  expectBothWaysEqual(f, [logits]);
});

test('it feels what cross-entropy does not: a number that is added to a whole row', () => {
  const logits = between(-1, 1, [2, 3]);
  const targets = tensor([0, 2]);
  const moved = add(logits, 5);
  const cost = (x: Tensor): number => crossEntropy({ logits: x, targets }).data[0];
  expect(cost(moved)).toBeCloseTo(cost(logits), 14);
  const z = sizes([...logits.data], 3);
  const gained = 1e-4 * (25 + 5 * (z[0] + z[1]));
  expect(zLoss(moved).data[0] - zLoss(logits).data[0]).toBeCloseTo(gained, 15);
});

test('a logit of −∞ counts for nothing, and so does a row of nothing else', () => {
  const logits = tensor([
    [-Infinity, 1, 1],
    [-Infinity, -Infinity, -Infinity],
  ]);
  const z = 1 + Math.LN2;
  expect(zLoss(logits, { coefficient: 2 }).data[0]).toBeCloseTo(z * z, 14);
  const { byHand, composed } = bothWays((x) => zLoss(x), [logits]);
  expect(byHand.map((value) => value === 0)).toEqual([true, false, false, true, true, true]);
  byHand.forEach((value, i) => expect(composed[i]).toBeCloseTo(value, 14));
});

test('no rows give NaN, a NaN gives NaN', () => {
  const none: Tensor = between(0, 1, [0, 3]);
  expect(zLoss(none).data[0]).toBeNaN();
  expect(zLoss(tensor([[1, NaN]])).data[0]).toBeNaN();
});

test('refuses what is no row, and a coefficient that is no number', () => {
  expect(() => zLoss(tensor(1))).toThrow('zLoss: expected logits of shape [..., K], got []');
  expect(() => zLoss(between(0, 1, [2, 0]))).toThrow('zLoss: expected logits of shape [..., K], got [2, 0]');
  expect(() => zLoss(tensor([1, 2]), { coefficient: NaN })).toThrow(
    new RangeError('zLoss: expected coefficient to be a number, got NaN'),
  );
});
