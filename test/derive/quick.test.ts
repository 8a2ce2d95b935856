import { agreeAtFirstSight } from '../../src/derive/quick.js';
import { TestPoints } from '../../src/derive/test-points.js';
import { derive } from './derive.js';
import { comparison, rowLetters } from './lines.js';

test('a first look is quick and coarse: it sees what float64 sees at two points', () => {
  const first = (before: string, after: string): boolean =>
    agreeAtFirstSight(comparison(derive, before, after), new TestPoints(derive.alphabetOf(rowLetters), 3));
  expect(first('(a + b)^2', 'a^2 + 2 * a * b + b^2')).toBe(true);
  expect(first('a', 'a + 1e-12')).toBe(true);
  expect(first('a', 'a + 1e-6')).toBe(false);
  expect(first('c[j]^2', 'variance + 0 * x[j]')).toBe(false);
  expect(first('a', 'a / (C - C)')).toBe(false);
});
