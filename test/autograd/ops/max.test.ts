import { gradient, max, ndarray, Tensor, tensor, toNested } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

const rowsOf = (x: readonly number[], n: number): number[][] =>
  Array.from({ length: x.length / n }, (_, i) => x.slice(i * n, i * n + n));

describe('along the last axis', () => {
  behaves({
    f: (x) => max(x, { axis: -1 }),
    inputs: [between(-1, 1, [2, 2, 3])],
    want: (x) => rowsOf(x, 3).map((row) => Math.max(...row)),
    shape: [2, 2],
  });
});

describe('along the first axis, which stays', () => {
  behaves({
    f: (x) => max(x, { axis: 0, keepdims: true }),
    inputs: [between(-1, 1, [3, 4])],
    want: (x) => [0, 1, 2, 3].map((j) => Math.max(x[j], x[4 + j], x[8 + j])),
    shape: [1, 4],
  });
});

describe('along a middle axis', () => {
  behaves({
    f: (x) => max(x, { axis: 1 }),
    inputs: [between(-1, 1, [2, 3, 2])],
    want: (x) => [0, 1, 6, 7].map((start) => Math.max(x[start], x[start + 2], x[start + 4])),
    shape: [2, 2],
  });
});

test('of equal numbers the first gets the gradient', () => {
  const x = tensor([
    [3, 1, 3],
    [2, 2, 2],
  ]);
  expect(toNested(gradient(max(x, { axis: 1 }), [x], { dy: [5, 7] })[0])).toEqual([
    [5, 0, 0],
    [7, 0, 0],
  ]);
});

test('a NaN counts as largest, the first of them', () => {
  const x = tensor([
    [1, NaN, 9, NaN],
    [-Infinity, -Infinity, -Infinity, -Infinity],
  ]);
  const y = max(x, { axis: -1 });
  expect([...y.data]).toEqual([NaN, -Infinity]);
  expect(toNested(gradient(y, [x], { dy: [1, 1] })[0])).toEqual([
    [0, 1, 0, 0],
    [1, 0, 0, 0],
  ]);
});

test('no rows give nothing; rows of nothing have no largest number', () => {
  expect(max(new Tensor(ndarray([], [0, 4])), { axis: 1 }).shape).toEqual([0]);
  expect(() => max(tensor([[], []]), { axis: 1 })).toThrow(
    new RangeError('max: expected an axis with at least one number, got length 0'),
  );
});

test('says which axes there are', () => {
  expect(() => max(tensor([1]), { axis: 1 })).toThrow('max: expected axis from -1 to 0 for shape [1], got 1');
});
