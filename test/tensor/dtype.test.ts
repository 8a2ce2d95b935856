import { allocate, commonDType } from '../../src/tensor/dtype.js';

test('memory starts as zeros of its dtype', () => {
  expect(allocate('float64', 2)).toEqual(Float64Array.of(0, 0));
  expect(allocate('float32', 2)).toEqual(Float32Array.of(0, 0));
});

test('numbers are picked out without a copy into a list, in either dtype', () => {
  const positive = (value: number): boolean => value > 0;
  for (const dtype of ['float64', 'float32'] as const) {
    const data = allocate(dtype, 4);
    data.set([1, -2, 0, 3]);
    expect([...data.filter(positive)]).toEqual([1, 3]);
    expect(data.filter((_, place) => place > 2)).toHaveLength(1);
  }
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
