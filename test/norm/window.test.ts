import { gradient, tensor } from '../../src/index.js';
import { windowSum } from '../../src/norm/window.js';

test('a window sums its neighbours, fewer at the ends; an even one reaches further to the front', () => {
  const x = tensor([[1, 2, 4, 8]]);
  const sums = (size: number): number[] => [...windowSum(x, { axis: 1, size }).data];
  expect([1, 2, 3, 4, 9].map(sums)).toEqual([
    [1, 2, 4, 8],
    [1, 3, 6, 12],
    [3, 7, 14, 12],
    [3, 7, 15, 14],
    [15, 15, 15, 15],
  ]);
  expect([...windowSum(tensor([[1], [2], [4]]), { axis: 0, size: 3 }).data]).toEqual([3, 7, 6]);
});

test('its way back is the window turned round, and what is no number stays in its window', () => {
  const x = tensor([1, 2, 4, 8]);
  expect([...gradient(windowSum(x, { axis: 0, size: 2 }), [x], { dy: [1, 10, 100, 1000] })[0].data]).toEqual([
    11, 110, 1100, 1000,
  ]);
  expect([...windowSum(tensor([NaN, 2, 4, 8]), { axis: 0, size: 3 }).data]).toEqual([NaN, NaN, 14, 12]);
});

test('a window may be longer than the axis, however much', () => {
  for (const size of [5, 6, 9, 20])
    expect([...windowSum(tensor([1, 2, 4]), { axis: 0, size }).data]).toEqual([7, 7, 7]);
});
