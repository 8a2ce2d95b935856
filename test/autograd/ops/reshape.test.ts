import { reshape, tensor } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

behaves({
  f: (x) => reshape(x, [3, 1, 2]),
  inputs: [between(-1, 1, [2, 3])],
  want: (x) => x,
  shape: [3, 1, 2],
});

test('the shape it has already costs nothing', () => {
  const x = tensor([1, 2]);
  expect(reshape(x, [2])).toBe(x);
});

test('a single number may become a row of one, and back', () => {
  expect(reshape(tensor(3), [1, 1]).shape).toEqual([1, 1]);
  expect(reshape(tensor([[3]]), []).shape).toEqual([]);
});

test('nothing stays nothing under another shape', () => {
  expect(reshape(tensor([[], []]), [0, 7]).shape).toEqual([0, 7]);
});

test('says how many numbers the shape needs', () => {
  expect(() => reshape(tensor([1, 2, 3]), [2, 2])).toThrow(
    'reshape: expected x of shape with 4 numbers (for [2, 2]), got [3]',
  );
  expect(() => reshape(tensor([1, 2, 3, 4]), [-1, 2])).toThrow(
    'reshape: expected a shape of whole numbers that are not negative, got [-1, 2]',
  );
});
