import { degrees } from '../../../src/derive/fields/degrees.js';
import { NotInThisField } from '../../../src/derive/errors.js';
import { randomFrom } from '../../../src/derive/random.js';
import { derive } from '../derive.js';
import { pointIn, valueOf } from '../lines.js';

/** At N = 2, C = 3: a line, and the degrees of its numerator and denominator. */
const known: readonly (readonly [string, number, number])[] = [
  ['2 * pi^2', 4, 0],
  ['sum(k, x[k])', 1, 0],
  ['mu', 1, 0],
  ['variance', 2, 0],
  ['x[1] * y[2] / a', 2, 1],
  ['1 / x[1] + 1 / x[2]', 1, 2],
  ['sum(k, 1 / x[k])', 2, 3],
  ['prod(k, x[k])', 3, 0],
  ['a^5 - a^2', 5, 0],
  ['a^-3', 0, 3],
  ['sqrt(a^2 * b^2)', 2, 0],
  ['a^(3/2)', 1.5, 0],
  ['sqrt(p)', 1, 0],
  ['abs(a) * eye(1, 1)', 1, 0],
  ['exp(a^2 * b)', 1, 0],
  ['tanh(a)', 2, 2],
  ['max(k, 2)', 0, 0],
];

test.each(known.slice(0, -1))('%s has degrees %d and %d', (text, over, under) => {
  expect(valueOf(derive, text, pointIn(derive, degrees))).toEqual({ over, under });
});

test('a derivative has a degree as well: that of the quotient rule as it is computed', () => {
  const { over, under } = valueOf(derive, 'D(a^3, a)', pointIn(derive, degrees));
  expect([over, under]).toEqual([2, 0]);
  expect(valueOf(derive, 'D(1 / a, a)', pointIn(derive, degrees)).under).toBe(2);
});

test('logarithms, error functions and maxima have no degree', () => {
  const x = degrees.draw(randomFrom(0), false, 'ordinary');
  for (const attempt of [
    (): unknown => degrees.log(x),
    (): unknown => degrees.erf(x),
    (): unknown => degrees.less(x, x),
  ])
    expect(attempt).toThrow(NotInThisField);
});
