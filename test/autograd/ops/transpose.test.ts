import fc from 'fast-check';
import { ndarray, sizeOf, stridesOf, Tensor, tensor, toNested, transpose } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('of a matrix', () => {
  behaves({
    f: (x) => transpose(x),
    inputs: [between(-1, 1, [2, 3])],
    want: (x) => [x[0], x[3], x[1], x[4], x[2], x[5]],
    shape: [3, 2],
  });
});

describe('with the axes turned round', () => {
  behaves({
    f: (x) => transpose(x, [2, 0, 1]),
    inputs: [between(-1, 1, [2, 3, 2])],
    want: (x) => [0, 1].flatMap((k) => [0, 1, 2, 3, 4, 5].map((ij) => x[2 * ij + k])),
    shape: [2, 2, 3],
  });
});

test('without an order only the last two axes are exchanged', () => {
  expect(transpose(between(0, 1, [2, 3, 4])).shape).toEqual([2, 4, 3]);
});

test('every number moves to where its index moves, for any order of any axes', () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(
      shapes.chain((shape) =>
        fc.tuple(fc.constant(shape), fc.shuffledSubarray([...shape.keys()], { minLength: shape.length })),
      ),
      ([shape, order]) => {
        const x = new Tensor(ndarray([...new Array(sizeOf(shape)).keys()], shape));
        const y = transpose(x, order);
        expect(y.shape).toEqual(order.map((axis) => shape[axis]));
        const [to, from] = [stridesOf(y.shape), stridesOf(shape)];
        y.data.forEach((value, place) => {
          const index = to.map((stride, axis) => Math.floor(place / stride) % y.shape[axis]);
          expect(value).toBe(index.reduce((sum, i, axis) => sum + i * from[order[axis]], 0));
        });
      },
    ),
  );
});

test('axes may be counted from the end', () => {
  expect(toNested(transpose(tensor([[1, 2]]), [-1, -2]))).toEqual([[1], [2]]);
});

test('says what an order must be', () => {
  const x = tensor([[1, 2]]);
  expect(() => transpose(x, [0, 0])).toThrow(
    new RangeError('transpose: expected an order that names each of the 2 axes once, got [0, 0]'),
  );
  expect(() => transpose(x, [0])).toThrow('got [0]');
  expect(() => transpose(x, [0, 2])).toThrow('transpose: expected axis from -2 to 1 for shape [1, 2], got 2');
  expect(() => transpose(tensor([1, 2]))).toThrow('transpose: expected at least 2 axes, got shape [2]');
});
