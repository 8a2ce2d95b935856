import { middleRange } from '../../src/plot/middle-range.js';

it('holds what is near the middle, with a little room, and leaves explosions outside', () => {
  expect(middleRange([1, 2, 4, 1e30])).toEqual([1 / 1.3, 4 * 1.3]);
  expect(middleRange([1e-30, 3, 5])).toEqual([3 / 1.3, 5 * 1.3]);
  expect(middleRange([0.01, 1, 1000])).toEqual([0.01 / 1.3, 1300]);
});

it('takes no notice of what a logarithmic axis cannot show', () => {
  expect(middleRange([0, -1, NaN, Infinity, 2])).toEqual([2 / 1.3, 2.6]);
  expect(middleRange([])).toEqual([1 / 1.3, 1.3]);
});
