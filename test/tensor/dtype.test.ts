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

test('arrays that have names are named, and so is what is no array', () => {
  const [x, beta] = [{ dtype: 'float32' }, { dtype: 'float64' }] as const;
  expect(() => commonDType('op', [x, x, beta], ['x', 'gamma', 'beta'])).toThrow(
    new TypeError(
      "op: expected tensors of one dtype, got float32 and float64 (x and beta). Convert one of them first: astype(x, 'float64')",
    ),
  );
  const list = [1, 2] as never;
  expect(() => commonDType('op', [list], ['x'])).toThrow('op: expected x to be a tensor, got a list');
  expect(() => commonDType('op', [x, undefined as never], ['x', 'y'])).toThrow(
    'op: expected y to be a tensor, got nothing',
  );
  expect(() => commonDType('op', [x, list])).toThrow('op: expected every part to be a tensor, got a list');
});

test('another dtype is refused by name', () => {
  expect(() => allocate('int32' as never, 2)).toThrow(
    new TypeError("allocate: expected dtype 'float64' or 'float32', got 'int32'"),
  );
});

test('no number is in two arrays, of whatever sizes and dtypes, also over many slabs', () => {
  const made = Array.from({ length: 600 }, (_, i) => {
    const data = allocate(i % 3 === 0 ? 'float32' : 'float64', (i * 37) % 701);
    expect(data.every((value) => value === 0)).toBe(true);
    return data.fill(i + 1);
  });
  const spoiled = made.filter((data, i) => !data.every((value) => value === i + 1));
  expect(made.map(({ length }) => length)).toEqual(made.map((_, i) => (i * 37) % 701));
  expect(spoiled).toEqual([]);
});

test.each([
  ['float64', 8, false],
  ['float64', 9, true],
  ['float64', 4096, true],
  ['float64', 4097, false],
  ['float32', 16, false],
  ['float32', 17, true],
  ['float32', 8192, true],
  ['float32', 8193, false],
] as const)('memory for a %s array of %d numbers is shared: %p', (dtype, length, isShared) => {
  const { buffer, byteLength } = allocate(dtype, length) as Float64Array;
  expect(buffer.byteLength > byteLength).toBe(isShared);
});

test('arrays lie close to each other, at places of eight bytes', () => {
  allocate('float64', 4096);
  const [first, second] = [17, 20].map((length) => allocate('float32', length) as Float32Array);
  const next = first.buffer === second.buffer ? first.byteOffset + 72 : 0;
  expect(second.byteOffset).toBe(next);
});
