import { derive } from './derive.js';
import { compareFacts } from './facts/compare.js';
import { compared } from './lines.js';

test.each(Object.entries(compareFacts))('%s', (_, check) => check(derive));

const lines: readonly (readonly [string, string])[] = [
  ['D(L, x[j])', 'rstd * (y - mean(y) - xhat * mean(y * xhat))'],
  ['D(L, x[j])', 'rstd * (y + mean(y) - xhat * mean(y * xhat))'],
  ['log(p * q)', 'log(p) + log(q)'],
  ['sqrt((p + eps)^2)', 'p + eps'],
];

test('a verdict is the same each time', () => {
  for (const [before, after] of lines)
    expect(compared(derive, before, after)).toEqual(compared(derive, before, after));
});

test('other points find the same', () => {
  for (const [before, after] of lines) {
    const found = [1, 2, 3, 4, 5].map((seed) => compared(derive, before, after, { seed }));
    expect(new Set(found.map(({ kind }) => kind)).size).toBe(1);
    expect(new Set(found.map(({ bounds }) => JSON.stringify(bounds))).size).toBe(1);
  }
  const errors = [1, 2, 3].map((seed) => compared(derive, ...lines[0], { seed }).error);
  expect(new Set(errors).size).toBe(3);
});
