import { allocate, commonDType } from '../../src/tensor/dtype.js';

test('memory starts as zeros of its dtype', () => {
  expect(allocate('float64', 2)).toEqual(Float64Array.of(0, 0));
  expect(allocate('float32', 2)).toEqual(Float32Array.of(0, 0));
});

test('arrays of one dtype share it, and no array at all is float64', () => {
  expect(commonDType('op', [{ dtype: 'float32' }, { dtype: 'float32' }])).toBe('float32');
  expect(commonDType('op', [])).toBe('float64');
});

test('two dtypes are named, with what to do', () => {
  expect(() => commonDType('op', [{ dtype: 'float32' }, { dtype: 'float64' }])).toThrow(
    new TypeError(
      "op: expected tensors of one dtype, got float32 and float64. Convert one of them first: astype(x, 'float32')",
    ),
  );
});
