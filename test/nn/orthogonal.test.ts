import {
  Linear,
  matmul,
  orthogonal,
  reshape,
  stream,
  Tensor,
  tensor,
  toNested,
  transpose,
} from '../../src/index.js';
import type { Shape } from '../../src/index.js';

const drawn = (shape: Shape, gain?: number): Tensor =>
  new Tensor(orthogonal(shape, { random: stream('weights', 7), ...(gain !== undefined && { gain }) }));

/** How far the products of the rows of a [r, n] are from those of rows of length `gain` at right angles. */
function furthest(rows: Tensor, gain: number): number {
  const r = rows.shape[0];
  const products = matmul(rows, transpose(rows)).data;
  return Math.max(
    ...Array.from(products, (value, i) => Math.abs(value - (i % (r + 1) === 0 ? gain * gain : 0))),
  );
}

test.each([[[5, 5]], [[3, 40]], [[1, 7]], [[60, 60]]])('the rows of %j stand at right angles', (shape) => {
  expect(drawn(shape).shape).toEqual(shape);
  expect(furthest(drawn(shape), 1)).toBeLessThan(2e-15);
});

test.each([[[40, 3]], [[7, 1]], [[60, 59]]])('so do the columns of %j', (shape) => {
  expect(furthest(transpose(drawn(shape)), 1)).toBeLessThan(2e-15);
});

test('a gain is the length of each', () => {
  expect(furthest(drawn([4, 9], 3), 3)).toBeLessThan(2e-14);
  expect(furthest(transpose(drawn([9, 4], 0.5)), 0.5)).toBeLessThan(2e-15);
});

test('kernels of a convolution are rows of all their numbers', () => {
  expect(drawn([6, 2, 3, 3]).shape).toEqual([6, 2, 3, 3]);
  expect(furthest(reshape(drawn([6, 2, 3, 3]), [6, 18]), 1)).toBeLessThan(2e-15);
});

test('it is the Q of the normal numbers drawn, with a positive diagonal of R', () => {
  const [r, n] = [6, 9];
  const A = new Tensor(stream('weights', 7).normals([r, n]));
  const R = matmul(A, transpose(drawn([r, n])));
  R.data.forEach((value, at) => {
    const [i, j] = [Math.floor(at / r), at % r];
    if (i === j) expect(value).toBeGreaterThan(0);
    if (j > i) expect(value).toBeCloseTo(0, 13);
  });
  matmul(R, drawn([r, n])).data.forEach((value, i) => expect(value).toBeCloseTo(A.data[i], 13));
});

test('rows that are nearly the same still come out at right angles', () => {
  const alike = {
    normals: (shape: Shape) => {
      const noise = stream('noise', 1).substream(String(draws++)).normals(shape, { deviation: 1e-9 });
      return { ...noise, data: noise.data.map((value) => 1 + value) };
    },
  } as unknown as ReturnType<typeof stream>;
  let draws = 0;
  expect(furthest(new Tensor(orthogonal([8, 12], { random: alike })), 1)).toBeLessThan(2e-15);
});

test('no direction is preferred: a corner is on both sides of 0, with the deviation 1/√n', () => {
  const [n, count] = [3, 2000];
  const random = stream('corner', 1);
  const corners = Array.from({ length: count }, () => orthogonal([n, n], { random }).data[0]);
  const mean = corners.reduce((sum, value) => sum + value, 0) / count;
  const square = corners.reduce((sum, value) => sum + value * value, 0) / count;
  // Five deviations of the means; the square of one coordinate on a sphere in 3 dimensions has the deviation √(4/45).
  expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n * count));
  expect(Math.abs(square - 1 / n)).toBeLessThan(5 * Math.sqrt(4 / 45 / count));
});

test('a layer with such weights keeps lengths', () => {
  const layer = new Linear(4, 4, { random: stream('weights', 1) });
  layer.weight.data.set(orthogonal(layer.weight.shape, { random: stream('weights', 2) }).data);
  const y = layer.forward(tensor([[2, 3, 6, 0]]));
  expect(Math.sqrt(y.data.reduce((sum, value) => sum + value * value, 0))).toBeCloseTo(7, 14);
});

test('weights may be float32, and there may be none', () => {
  const single = orthogonal([3, 2], { random: stream('weights', 7), dtype: 'float32' });
  expect(single.dtype).toBe('float32');
  expect(single.data).toEqual(Float32Array.from(drawn([3, 2]).data));
  expect(toNested(drawn([0, 3]))).toEqual([]);
});

test('refuses what has no two axes', () => {
  expect(() => drawn([3])).toThrow('orthogonal: expected weights of shape [rows, columns, ...], got [3]');
});
