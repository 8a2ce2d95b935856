import {
  axisOf,
  formatShape,
  requireLengths,
  sameShape,
  sizeOf,
  stridesOf,
  withLength,
  withoutAxes,
} from '../../src/tensor/shape.js';

test('a shape holds the product of its lengths, and one number where it has no axis', () => {
  expect([sizeOf([2, 3, 4]), sizeOf([3, 0]), sizeOf([])]).toEqual([24, 0, 1]);
});

test('strides count the numbers between neighbours', () => {
  expect([stridesOf([2, 3, 4]), stridesOf([5]), stridesOf([])]).toEqual([[12, 4, 1], [1], []]);
});

test('two shapes are the same where every length is', () => {
  expect(sameShape([2, 3], [2, 3])).toBe(true);
  expect(sameShape([], [])).toBe(true);
  expect(sameShape([2, 3], [3, 2])).toBe(false);
  expect(sameShape([2], [2, 1])).toBe(false);
});

test('a shape is written as a list', () => {
  expect([formatShape([2, 3]), formatShape([])]).toEqual(['[2, 3]', '[]']);
});

test('an axis is counted from either end', () => {
  expect([axisOf('op', 0, [2, 3]), axisOf('op', -1, [2, 3]), axisOf('op', -2, [2, 3])]).toEqual([0, 1, 0]);
});

test.each([
  [2, [2, 3], 'op: expected axis from -2 to 1 for shape [2, 3], got 2'],
  [-3, [2, 3], 'op: expected axis from -2 to 1 for shape [2, 3], got -3'],
  [0.5, [2, 3], 'op: expected axis from -2 to 1 for shape [2, 3], got 0.5'],
  [NaN, [2, 3], 'op: expected axis from -2 to 1 for shape [2, 3], got NaN'],
  [0, [], 'op: expected at least one axis, got a single number'],
])('axis %p of shape %p is refused', (axis, shape, message) => {
  expect(() => axisOf('op', axis, shape)).toThrow(new RangeError(message));
});

test('a length is a whole number from 0', () => {
  requireLengths('op', [0, 3]);
  for (const wrong of [[-1], [1.5], [NaN], [Infinity]])
    expect(() => requireLengths('op', wrong)).toThrow(
      new RangeError(`op: expected a shape of whole numbers that are not negative, got [${wrong[0]}]`),
    );
});

test('axes may become 1, go, or take another length', () => {
  expect(withoutAxes([2, 3, 4], [0, 2], true)).toEqual([1, 3, 1]);
  expect(withoutAxes([2, 3, 4], [0, 2], false)).toEqual([3]);
  expect(withLength([2, 3, 4], 1, 7)).toEqual([2, 7, 4]);
});
