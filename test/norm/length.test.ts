import { gradient, gradientCheck, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { lengthOf, lengthsAtLeast } from '../../src/norm/length.js';
import { expectClose } from './golden.js';

test('the length of a row is Euclidean', () => {
  expect([lengthOf(Float64Array.of(3, -4)), lengthOf(Float64Array.of())]).toEqual([5, 0]);
});

test('no length is below ε, and each stands beside its row', () => {
  const x = tensor([
    [3, -4],
    [0.3, 0.4],
    [0, 0],
    [NaN, 1],
  ]);
  expect(lengthsAtLeast(x, 2)).toMatchObject({ shape: [4, 1], data: Float64Array.of(5, 2, 2, NaN) });
  expect(lengthsAtLeast(tensor([0, 0]), 0).data).toEqual(Float64Array.of(0));
});

test('the gradient is that of the length from ε on, and 0 below, in a row of zeros as well', () => {
  const x = tensor([
    [3, -4],
    [6, 8],
    [0.3, 0.4],
    [0, 0],
  ]);
  const dy = [[1], [10], [100], [1000]];
  const [dx] = gradient(lengthsAtLeast(x, 5), [x], { dy, createGraph: true });
  expectClose(dx.data, [0.6, -0.8, 6, 8, 0, 0, 0, 0], 1e-15);
});

test('the gradient of the gradient is that of differences, on both sides of the kink', () => {
  const x = tensor([
    [3, -4],
    [0.3, 0.4],
  ]);
  const way = (a: Tensor): Tensor =>
    gradient(lengthsAtLeast(a, 2), [a], { dy: [[1], [2]], createGraph: true })[0];
  expect([gradientCheck((a) => lengthsAtLeast(a, 2), [x]), gradientCheck(way, [x])]).toMatchObject([
    { ok: true },
    { ok: true },
  ]);
});
