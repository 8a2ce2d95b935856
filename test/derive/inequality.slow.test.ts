import { holdsEverywhereTried } from '../../src/derive/inequality.js';
import { TestPoints } from '../../src/derive/test-points.js';
import { derive } from './derive.js';
import { inequalityFacts } from './facts/inequality.js';
import { comparison, rowLetters } from './lines.js';

test.each(Object.entries(inequalityFacts))('%s', (_, check) => check(derive));

test('an inequality that fails is refused with numbers at which it does', () => {
  const points = new TestPoints(derive.alphabetOf(rowLetters), 1);
  const found = holdsEverywhereTried(comparison(derive, 'a', 'a^2', { relation: '<=' }), points);
  expect(found.kind).toBe('fail');
  const { before, after } = found.counterExample ?? { before: 0, after: 0 };
  expect(before).toBeGreaterThan(after);
  expect([found.points, found.bounds]).toEqual([0, []]);
});
