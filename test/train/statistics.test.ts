import {
  attentionEntropy,
  deadShare,
  histogram,
  largestLogit,
  moments,
  ndarray,
  stream,
  tensor,
  updateToData,
} from '../../src/index.js';

test('a histogram counts every finite number once, the largest in the last bin', () => {
  expect(histogram(tensor([0, 0.9, 1, 2, 4, NaN, Infinity]), { bins: 4 })).toEqual({
    low: 0,
    high: 4,
    counts: [2, 1, 1, 1],
  });
});

test('with a range of its own it leaves out what lies outside', () => {
  expect(histogram(tensor([-1, 0, 1, 2, 3]), { bins: 2, range: [0, 2] }).counts).toEqual([1, 2]);
});

test('numbers that are all alike, or none at all, still make a histogram', () => {
  expect(histogram(tensor([5, 5, 5]), { bins: 3 })).toEqual({ low: 5, high: 5, counts: [3, 0, 0] });
  expect(histogram(tensor([NaN]), { bins: 2 })).toEqual({ low: 0, high: 0, counts: [0, 0] });
  expect(() => histogram(tensor([1]), { bins: 0 })).toThrow('histogram: expected bins');
});

test('the histogram of many draws follows the bell', () => {
  const { counts } = histogram(stream('bell', 1).normals([10000]), { bins: 2, range: [-1, 1] });
  expect(counts.reduce((sum, one) => sum + one) / 10000).toBeGreaterThan(0.66);
  expect(counts.reduce((sum, one) => sum + one) / 10000).toBeLessThan(0.71);
});

test('the deviation is exact far away from 0, and divides by the count', () => {
  const { mean, deviation } = moments(tensor([1e8, 1e8 + 2, 1e8 + 4]));
  expect(mean).toBe(1e8 + 2);
  expect(deviation).toBeCloseTo(Math.sqrt(8 / 3), 12);
  expect(moments(ndarray([], [0])).mean).toBeNaN();
});

test('a unit is dead if it is 0 in every row, not if it is 0 in one or negative', () => {
  expect(
    deadShare(
      tensor([
        [0, 0, -1, 0],
        [0, 5, 0, 0],
      ]),
    ),
  ).toBe(0.5);
  expect(deadShare(ndarray([0, 0, 1, 0, 0, 0, 1, 0], [2, 2, 2]))).toBe(0.5);
});

test('entropy is 0 for one key, ln S for all alike, and its mean skips queries that look nowhere', () => {
  expect(attentionEntropy(tensor([[0, 1, 0]]))).toBe(0);
  expect(attentionEntropy(tensor([[0.25, 0.25, 0.25, 0.25]]))).toBeCloseTo(Math.log(4), 14);
  const some = [
    [0.5, 0.5],
    [0, 0],
    [1, 0],
  ];
  expect(attentionEntropy(tensor(some))).toBeCloseTo(Math.log(2) / 2, 14);
});

test('the largest logit is one of size, what a mask forbids does not count, what broke does', () => {
  expect(largestLogit(tensor([-9, 4, -Infinity]))).toBe(9);
  expect(largestLogit(tensor([1, Infinity]))).toBe(Infinity);
  expect(largestLogit(tensor([1, NaN, 2]))).toBeNaN();
});

test('update to data compares lengths', () => {
  const before = tensor([3, -4]);
  expect(updateToData(before, tensor([3.003, -4.004]))).toBeCloseTo(-3, 9);
  expect(updateToData(before, tensor([3, 1]))).toBeCloseTo(0, 14);
  expect(updateToData(before, before)).toBe(-Infinity);
  expect(updateToData(tensor([0]), tensor([1]))).toBe(Infinity);
});
