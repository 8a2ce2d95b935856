import { decimals } from '../../src/derive/fields/decimals.js';
import type { Style } from '../../src/derive/fields/field.js';
import { sweep } from '../../src/derive/sweep.js';
import type { Swept } from '../../src/derive/sweep.js';
import { TestPoints } from '../../src/derive/test-points.js';
import { derive } from './derive.js';
import { comparison, rowLetters } from './lines.js';

const over = (before: string, after: string, style: Style = 'ordinary'): Swept =>
  sweep(comparison(derive, before, after), new TestPoints(derive.alphabetOf(rowLetters), 3), {
    sizes: { C: 3 },
    style,
    count: 50,
  });

test('a sweep finds no difference where float64 sees none', () => {
  expect(over('(a + b)^2', 'a^2 + 2 * a * b + b^2')).toEqual({ points: 50, difference: undefined });
  expect(over('p', '5 - (5 - p)', 'small').difference).toBeUndefined();
});

test('what is mere rounding of float64 is no difference: 64 digits have to confirm it', () => {
  expect(over('(a + 1e12) - 1e12', 'a')).toEqual({ points: 50, difference: undefined });
});

test('a sweep stops at the first difference, and tells it with 64 digits', () => {
  const { points, difference } = over('abs(a)', 'a');
  const D = decimals(64);
  expect(points).toBeLessThan(20);
  expect(difference && D.toNumber(D.add(difference.before, difference.after))).toBe(0);
  expect(difference && D.toNumber(difference.before)).toBeGreaterThan(0);
});
