import { legendHeight } from '../../src/plot/legend.js';

const arms = ['post', 'post+warm-up', 'pre', 'pre+warm-up'];

it('takes a row for each name where two of the longest do not fit beside each other, as on a phone', () => {
  expect(legendHeight(arms)).toBe(10 + 4 * 21);
  expect(legendHeight(arms, 300)).toBe(10 + 2 * 21);
});

it('takes one row where all names fit', () => {
  expect(legendHeight(arms, 632)).toBe(10 + 21);
  expect(legendHeight(['γ', 'β'])).toBe(10 + 21);
});

it('takes next to nothing for a single name, which is not shown', () => {
  expect(legendHeight(['mean'])).toBe(6);
});
