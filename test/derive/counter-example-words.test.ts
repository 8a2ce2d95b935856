import { inWords, placeInWords, shortNumber } from '../../src/derive/counter-example-words.js';

const example = {
  sizes: { N: 3, C: 2 },
  values: {
    X: [
      [1, 0],
      [-2, 0.5],
      [0, 0],
    ],
    x: [1, -1],
    eps: 1,
  },
  made: { g: [0, 1] },
  at: { n: 1, j: 2 },
  before: 0,
  after: -1.23456789,
};

test('a counter-example is a sentence with sizes, entries row by row, places from 1, and both values', () => {
  expect(placeInWords(example)).toBe(
    'N = 3, C = 2, X = ((1, 0), (−2, 0.5), (0, 0)), x = (1, −1), eps = 1, n = 1, j = 2',
  );
  expect(inWords(example)).toBe(`At ${placeInWords(example)} the line before is 0, yours is −1.2346.`);
});

test('a number has at most five digits and a true minus', () => {
  expect([0, -0, 1, -1, 1 / 3, 123456, 1e-9, -2.5e-11, 1e21].map(shortNumber)).toEqual([
    '0',
    '0',
    '1',
    '−1',
    '0.33333',
    '123460',
    '1e−9',
    '−2.5e−11',
    '1e+21',
  ]);
});

test('two values that look alike are said to differ all the same', () => {
  const near = inWords({ ...example, before: 0.5, after: 0.5 + 1e-9 });
  expect(near).toMatch(/0\.5/);
  expect(near).toMatch(/differ/);
  expect(inWords({ ...example, before: 0.5, after: 0.5 })).not.toMatch(/differ by 0/);
});
