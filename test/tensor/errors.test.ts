import { ShapeError } from '../../src/tensor/errors.js';

test('a ShapeError is a RangeError that names operation, argument, expectation and what came', () => {
  const error = new ShapeError('layerNorm', 'beta', '[4]', [1]);
  expect(error).toBeInstanceOf(RangeError);
  expect(String(error)).toBe('ShapeError: layerNorm: expected beta of shape [4], got [1]');
});

test('a remedy follows in a sentence of its own', () => {
  expect(new ShapeError('op', 'x', '[2]', [3], 'Transpose it first').message).toBe(
    'op: expected x of shape [2], got [3]. Transpose it first',
  );
});
