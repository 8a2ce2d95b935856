import { gradient, softmax, tensor, toNested, transpose } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';
import { bothWays, expectBothWaysEqual } from './composition.js';

const parts = (row: readonly number[]): number[] => {
  const total = row.reduce((sum, value) => sum + Math.exp(value), 0);
  return row.map((value) => Math.exp(value) / total);
};
const rows = (x: readonly number[], K: number): number[][] =>
  Array.from({ length: x.length / K }, (_, n) => x.slice(n * K, (n + 1) * K));

describe('along the last axis', () => {
  behaves({
    f: (x) => softmax(x),
    inputs: [between(-2, 2, [2, 4])],
    want: (x) => rows(x, 4).flatMap(parts),
    shape: [2, 4],
    tolerance: 1e-15,
  });
});

describe('along the first axis', () => {
  behaves({
    f: (x) => softmax(x, { axis: 0 }),
    inputs: [between(-2, 2, [3, 2])],
    want: ([a, b, c, d, e, f]) => {
      const [left, right] = [parts([a, c, e]), parts([b, d, f])];
      return left.flatMap((value, i) => [value, right[i]]);
    },
    shape: [3, 2],
    tolerance: 1e-15,
  });
});

test('an axis in the middle is treated as if it were the last', () => {
  const x = between(-1, 1, [2, 4, 3, 2]);
  const exchange = [0, 3, 2, 1];
  const want = transpose(softmax(transpose(x, exchange)), exchange);
  expect(toNested(softmax(x, { axis: 1 }))).toEqual(toNested(want));
  expect(toNested(softmax(x, { axis: -3 }))).toEqual(toNested(want));
});

test('the backward by hand is that of the composition', () => {
  expectBothWaysEqual((x) => softmax(x), [between(-3, 3, [3, 5])]);
  expectBothWaysEqual((x) => softmax(x, { axis: 0 }), [between(-3, 3, [3, 5])]);
});

test('numbers of 10000 are no trouble', () => {
  expect(
    toNested(
      softmax(
        tensor([
          [1e4, 0, -1e4],
          [-1e4, -1e4, -2e4],
        ]),
      ),
    ),
  ).toEqual([
    [1, 0, 0],
    [0.5, 0.5, 0],
  ]);
});

const masked = tensor([
  [-Infinity, 1, -Infinity, 1],
  [-Infinity, -Infinity, -Infinity, -Infinity],
]);

test('−∞ gets nothing, and a row of nothing else gives zeros', () => {
  expect(toNested(softmax(masked))).toEqual([
    [0, 0.5, 0, 0.5],
    [0, 0, 0, 0],
  ]);
});

test('no gradient flows into −∞, by hand and through the composition', () => {
  const { byHand, composed } = bothWays((x) => softmax(x), [masked]);
  expect(byHand.map((value) => value === 0)).toEqual([true, false, true, false, true, true, true, true]);
  byHand.forEach((value, i) => expect(composed[i]).toBeCloseTo(value, 14));
});

test('a NaN or +∞ spoils its own row only', () => {
  const y = softmax(
    tensor([
      [1, NaN],
      [0, 0],
      [Infinity, 1],
      [NaN, -Infinity],
    ]),
  );
  expect(toNested(y)).toEqual([
    [NaN, NaN],
    [0.5, 0.5],
    [NaN, NaN],
    [NaN, NaN],
  ]);
});

test('a row of one number is 1, whatever it is, and no rows give no rows', () => {
  const x = tensor([[3], [-7]]);
  expect(toNested(softmax(x))).toEqual([[1], [1]]);
  expect([...gradient(softmax(x), [x], { dy: [[2], [5]] })[0].data]).toEqual([0, 0]);
  expect(softmax(tensor([])).shape).toEqual([0]);
});

test('refuses an axis that is not there', () => {
  expect(() => softmax(tensor([[1, 2]]), { axis: 2 })).toThrow(
    'softmax: expected axis from -2 to 1 for shape [1, 2], got 2',
  );
  expect(() => softmax(tensor(1))).toThrow('softmax: expected at least one axis, got a single number');
});
