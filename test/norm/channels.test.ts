import { axesBesideChannels, besideX, channelOf, layoutOf } from '../../src/norm/channels.js';

test('channels follow one another in memory, each with all its positions', () => {
  expect([...channelOf([5, 3])]).toEqual([0, 1, 2]);
  expect([...channelOf([5, 2, 3])]).toEqual([0, 0, 0, 1, 1, 1]);
  expect([...channelOf([0, 2, 1, 2])]).toEqual([0, 0, 1, 1]);
});

test('the layout counts samples, channels and positions', () => {
  expect([layoutOf([5, 3]), layoutOf([0, 3, 2, 4])]).toEqual([
    { N: 5, C: 3, positions: 1 },
    { N: 0, C: 3, positions: 8 },
  ]);
});

test('statistics run over all axes but that of the channels, and stand beside x', () => {
  expect([axesBesideChannels([5, 3]), axesBesideChannels([5, 3, 2, 2])]).toEqual([[0], [0, 2, 3]]);
  expect([besideX([5, 3]), besideX([5, 3, 2, 4])]).toEqual([[3], [3, 1, 1]]);
});
