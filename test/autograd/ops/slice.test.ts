import fc from 'fast-check';
import { gradient, slice, tensor, toNested } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('along the last axis', () => {
  behaves({
    f: (x) => slice(x, { axis: -1, start: 1, end: 3 }),
    inputs: [between(-1, 1, [2, 4])],
    want: (x) => [x[1], x[2], x[5], x[6]],
    shape: [2, 2],
  });
});

describe('along a middle axis', () => {
  behaves({
    f: (x) => slice(x, { axis: 1, start: -1 }),
    inputs: [between(-1, 1, [2, 3, 2])],
    want: (x) => [x[4], x[5], x[10], x[11]],
    shape: [2, 1, 2],
  });
});

test('counts places as Array.prototype.slice does', () => {
  const place = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(-Infinity, Infinity));
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 6 }), place, place, (numbers, start, end) => {
      expect(toNested(slice(tensor(numbers), { axis: 0, start, end }))).toEqual(numbers.slice(start, end));
    }),
  );
});

test('what was cut off gets the gradient 0', () => {
  const x = tensor([1, 2, 3, 4]);
  expect([...gradient(slice(x, { axis: 0, start: 1, end: 3 }), [x], { dy: [5, 6] })[0].data]).toEqual([
    0, 5, 6, 0,
  ]);
});

test('an empty part has the shape of one, and gives zeros back', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  const y = slice(x, { axis: 0, start: 2 });
  expect(y.shape).toEqual([0, 2]);
  expect([...gradient(y, [x], { dy: slice(x, { axis: 0, start: 5 }) })[0].data]).toEqual([0, 0, 0, 0]);
});

test('says what a place must be', () => {
  expect(() => slice(tensor([1]), { axis: 0, start: 0.5 })).toThrow(
    new RangeError('slice: expected start to be a whole number, got 0.5'),
  );
  expect(() => slice(tensor([1]), { axis: 0, end: NaN })).toThrow(
    'slice: expected end to be a whole number, got NaN',
  );
  expect(() => slice(tensor([1]), { axis: 1 })).toThrow(
    'slice: expected axis from -1 to 0 for shape [1], got 1',
  );
});
