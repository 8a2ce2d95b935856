import fc from 'fast-check';
import { filled, ndarray } from '../../src/tensor/ndarray.js';
import { centre, dot, mean, meanSquare, rowsOf } from '../../src/tensor/rows.js';

const centred = (...row: number[]): number[] => [
  ...centre(Float64Array.from(row), new Float64Array(row.length)),
];

test('rows are views: writing to one writes to the array', () => {
  const x = ndarray([1, 2, 3, 4, 5, 6], [3, 2]);
  const rows = rowsOf(x);
  expect([rows.count, rows.C, [...rows.row(1)]]).toEqual([3, 2, [3, 4]]);
  rows.row(2)[0] = 9;
  expect(x.data[4]).toBe(9);
});

test('several trailing axes may make one row', () => {
  const rows = rowsOf(filled([2, 3, 4], 1), 12);
  expect([rows.count, rows.C]).toEqual([2, 12]);
});

test('a single number is one row of one; rows of nothing are no rows', () => {
  expect(rowsOf(filled([], 1))).toMatchObject({ count: 1, C: 1 });
  expect(rowsOf(filled([3, 0], 1))).toMatchObject({ count: 0, C: 0 });
  expect(rowsOf(filled([0, 3], 1))).toMatchObject({ count: 0, C: 3 });
});

test('mean, dot and mean of squares are what they are called', () => {
  expect(mean(Float64Array.of(1, 2, 6))).toBe(3);
  expect(dot(Float64Array.of(1, 2), Float64Array.of(3, 4))).toBe(11);
  expect(meanSquare(Float64Array.of(1, 2, 3, 4))).toBe(7.5);
});

test('float32 rows are summed in float64', () => {
  expect(mean(Float32Array.of(16777216, 1, 1, -16777216))).toBe(0.5);
  expect(dot(Float32Array.of(4096, 1), Float32Array.of(4096, 1))).toBe(16777217);
});

test('centre takes off the mean and hands back the array it filled', () => {
  const out = new Float64Array(3);
  const row = Float64Array.of(1, 2, 6);
  expect(centre(row, out)).toBe(out);
  expect([...out]).toEqual([-2, -1, 3]);
  expect([...row]).toEqual([1, 2, 6]);
});

test('centre also takes off what rounding left of the mean', () => {
  const edge = 4503599627370496; // 2⁵²
  expect(centred(edge, edge + 1, edge + 2, edge + 4)).toEqual([-1.75, -0.75, 0.25, 2.25]);
});

test('a row of equal numbers is centred to nothing but a rounding error', () => {
  for (const value of [0.1, 1e8 + 0.1, -3e-9])
    for (const left of centred(value, value, value, value, value, value))
      expect(Math.abs(left)).toBeLessThanOrEqual(1e-16 * Math.abs(value));
});

test('a centred row of whole numbers times its length is exact', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 8 }), (row) => {
      const sum = row.reduce((a, b) => a + b, 0);
      centred(...row).forEach((value, i) =>
        expect(Math.abs(value - (row[i] * row.length - sum) / row.length)).toBeLessThanOrEqual(1e-12),
      );
    }),
  );
});
