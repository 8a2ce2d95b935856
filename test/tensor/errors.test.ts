import { requireArray, requireMap, ShapeError } from '../../src/tensor/errors.js';
import { filled } from '../../src/tensor/ndarray.js';

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

test.each([
  [[1, 2], 'a list. tensor(…) makes one of numbers and of lists'],
  [3, '3. tensor(…) makes one of numbers and of lists'],
  [null, 'null. tensor(…) makes one of numbers and of lists'],
  ['abc', "'abc'. tensor(…) makes one of numbers and of lists"],
  [{ data: [1], shape: [1] }, 'an object (Object). tensor(…) makes one of numbers and of lists'],
  [Object.create(null), 'an object (plain). tensor(…) makes one of numbers and of lists'],
  [() => 1, 'a function. tensor(…) makes one of numbers and of lists'],
  [undefined, 'nothing. It is given by name, op({ x })'],
])('%j where an array is wanted is called what it is', (value, got) => {
  expect(() => requireArray('op', 'x', value)).toThrow(
    new TypeError(`op: expected x to be a tensor, got ${got}`),
  );
});

test('an array is one, whatever it holds', () => {
  for (const shape of [[], [0], [2, 3]])
    expect(() => requireArray('op', 'x', filled(shape, 1))).not.toThrow();
});

test('what has keys and values by key is a Map, also one of another realm', () => {
  expect(() => requireMap('op', 'the state', new Map(), '')).not.toThrow();
  expect(() => requireMap('op', 'the state', { keys: Math.max, get: Math.max }, '')).not.toThrow();
  for (const [value, got] of [
    [[1], 'a list'],
    [null, 'null'],
    [{ keys: Math.max }, 'an object (Object)'],
    [{ get: Math.max }, 'an object (Object)'],
  ] as [unknown, string][])
    expect(() => requireMap('op', 'the state', value, 'Do this')).toThrow(
      new TypeError(`op: expected the state as a Map by name, got ${got}. Do this`),
    );
});
