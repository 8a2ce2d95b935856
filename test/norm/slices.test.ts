import { tensor } from '../../src/index.js';
import { besideSlices, requireSlices, slicesOf } from '../../src/norm/slices.js';

const matrix = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);

test('a matrix is cut into its rows along axis 0, into its columns along axis 1', () => {
  const [rows, columns] = [slicesOf(matrix, 0), slicesOf(matrix, 1)];
  expect([rows.count, rows.length, columns.count, columns.length]).toEqual([2, 3, 3, 2]);
  expect([[...rows.read(1)], [...columns.read(1)]]).toEqual([
    [4, 5, 6],
    [2, 5],
  ]);
});

test('a slice of three axes holds its numbers in the order of memory', () => {
  const x = tensor([
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ]);
  expect([0, 1, 2].map((axis) => [...slicesOf(x, axis).read(1)])).toEqual([
    [5, 6, 7, 8],
    [3, 4, 7, 8],
    [2, 4, 6, 8],
  ]);
});

test('what is read is a copy, what is written stands in the array', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  const columns = slicesOf(x, 1);
  columns.read(0).fill(9);
  columns.write(1, [7, 8]);
  expect([...x.data]).toEqual([1, 7, 3, 8]);
});

test('an array without slices has none', () => {
  expect(slicesOf({ data: new Float64Array(0), shape: [0, 4], dtype: 'float64' }, 0)).toMatchObject({
    count: 0,
    length: 4,
  });
});

test('one number for each slice stands beside the array', () => {
  expect([besideSlices([3, 4], 0), besideSlices([2, 3, 4], 1)]).toEqual([
    [3, 1],
    [1, 3, 1],
  ]);
});

test('the axis may be counted from the back; fewer than two axes, empty slices and no such axis are refused', () => {
  expect([requireSlices('f', 'w', matrix, 0), requireSlices('f', 'w', matrix, -1)]).toEqual([0, 1]);
  expect(() => requireSlices('f', 'w', tensor([1, 2]), 0)).toThrow(
    'f: expected w of shape [out, in, ...], got [2]',
  );
  expect(() => requireSlices('f', 'w', matrix, 2)).toThrow('f: expected axis from -2 to 1');
  expect(() => requireSlices('f', 'w', { data: matrix.data, shape: [2, 0], dtype: 'float64' }, 0)).toThrow(
    'f: expected at least one number to normalize over, got normalizedShape [0]',
  );
});
