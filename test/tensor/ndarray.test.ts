import fc from 'fast-check';
import { filled, fromNested, mapped, ndarray, toNested, zerosLike } from '../../src/tensor/ndarray.js';
import type { Nested } from '../../src/tensor/ndarray.js';

test('an array copies the numbers and the shape it is given', () => {
  const [numbers, shape] = [
    [1, 2, 3, 4],
    [2, 2],
  ];
  const x = ndarray(numbers, shape);
  numbers[0] = 9;
  shape[0] = 9;
  expect(x).toEqual({ data: Float64Array.of(1, 2, 3, 4), shape: [2, 2], dtype: 'float64' });
  expect(ndarray([0.1], [1], 'float32').data).toEqual(Float32Array.of(0.1));
});

test('a shape that holds another count of numbers is refused', () => {
  expect(() => ndarray([1, 2, 3], [2, 2])).toThrow('ndarray: expected data of shape [4], got [3]');
  expect(() => ndarray([1, 2, 3, 4], [-2, -2])).toThrow('ndarray: expected a shape of whole numbers');
  expect(() => filled([1.5], 0)).toThrow('filled: expected a shape of whole numbers');
});

test('filled and zerosLike', () => {
  expect(filled([2], 3, 'float32')).toEqual({ data: Float32Array.of(3, 3), shape: [2], dtype: 'float32' });
  expect(Object.is(filled([1], -0).data[0], 0)).toBe(true);
  expect(zerosLike(filled([1, 2], 3))).toEqual({
    data: Float64Array.of(0, 0),
    shape: [1, 2],
    dtype: 'float64',
  });
});

test('nested lists and arrays are each other’s inverse', () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(shapes, (shape) => {
      const size = shape.reduce((a, b) => a * b, 1);
      const x = ndarray([...new Array(size).keys()], shape);
      const empty = shape.indexOf(0);
      const back = fromNested(toNested(x));
      expect([...back.data]).toEqual([...x.data]);
      // Lists that are empty cannot say how long the lists inside would be.
      expect(back.shape).toEqual(empty < 0 ? shape : shape.slice(0, empty + 1));
    }),
  );
});

test.each([
  [[[1, 2], [3]], 'tensor: expected a list of 2 everywhere on level 2 of the lists, got a list of 1'],
  [[[1], 2], 'tensor: expected a list of 1 everywhere on level 2 of the lists, got a number'],
  [[1, [2]], 'tensor: expected a number everywhere on level 2 of the lists, got a list of 1'],
])('%j is refused', (values, message) => {
  expect(() => fromNested(values as Nested)).toThrow(new RangeError(message));
});

test.each([
  ['a', 'string'],
  [null, 'null'],
  [[null], 'null'],
  [[[1], null], 'null'],
  [undefined, 'undefined'],
  [[1, '2'], 'string'],
  [Float64Array.of(1), 'object'],
])('%p is refused as numbers', (values, kind) => {
  expect(() => fromNested(values as unknown as Nested)).toThrow(
    new TypeError(`tensor: expected numbers in nested lists, got ${kind}`),
  );
});

test('mapped leaves the array it maps as it was', () => {
  const x = ndarray([1, 4], [2]);
  expect(mapped(x, Math.sqrt).data).toEqual(Float64Array.of(1, 2));
  expect(x.data).toEqual(Float64Array.of(1, 4));
});
