import fc from 'fast-check';
import { broadcastShape, stretched, stretchedAxes, summed } from '../../src/tensor/broadcast.js';
import { fromNested, ndarray, toNested } from '../../src/tensor/ndarray.js';
import { sizeOf } from '../../src/tensor/shape.js';

test.each([
  [[2, 3], [3], [2, 3]],
  [[2, 1], [3], [2, 3]],
  [[], [2], [2]],
  [[0], [1], [0]],
  [
    [1, 4],
    [3, 1],
    [3, 4],
  ],
])('%p and %p share %p', (a, b, shared) => {
  expect(broadcastShape('op', a, b)).toEqual(shared);
  expect(broadcastShape('op', b, a)).toEqual(shared);
});

test.each([
  [[2], [3]],
  [[0], [2]],
  [[2, 3], [2]],
])('%p and %p share nothing', (a, b) => {
  expect(() => broadcastShape('op', a, b)).toThrow(
    `op: expected b of shape that fits [${a.join(', ')}], got [${b.join(', ')}]. Counted from the last axis, lengths must be equal or one of them 1`,
  );
});

test('stretched repeats along new axes and axes of length 1', () => {
  expect(toNested(stretched(fromNested([[1], [2]]), [2, 2, 3]))).toEqual([
    [
      [1, 1, 1],
      [2, 2, 2],
    ],
    [
      [1, 1, 1],
      [2, 2, 2],
    ],
  ]);
  expect(toNested(stretched(fromNested(7), [2]))).toEqual([7, 7]);
  expect(stretched(fromNested([[1]]), [0, 3]).data).toHaveLength(0);
});

test('the axes that were repeated are those that have to be summed to come back', () => {
  expect(stretchedAxes([3, 1], [2, 3, 4])).toEqual([0, 2]);
  expect(stretchedAxes([1], [1])).toEqual([]);
  const axes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.boolean()), { maxLength: 4 });
  fc.assert(
    fc.property(axes, fc.nat(3), (chosen, dropped) => {
      const shape = chosen.map(([length]) => length);
      const small = chosen.map(([length, one]) => (one ? 1 : length)).slice(Math.min(dropped, shape.length));
      const x = ndarray(
        Array.from({ length: sizeOf(small) }, (_, i) => i + 1),
        small,
      );
      const back = stretchedAxes(small, shape).reduceRight(summed, stretched(x, shape));
      const times = sizeOf(shape) / sizeOf(small);
      expect([...back.data]).toEqual([...x.data].map((value) => value * times));
    }),
  );
});

test('summed sums one axis, which stays with length 1', () => {
  const x = fromNested([
    [1, 2],
    [3, 4],
  ]);
  expect(toNested(summed(x, 0))).toEqual([[4, 6]]);
  expect(toNested(summed(x, 1))).toEqual([[3], [7]]);
});
