import { variablesThatMatter } from '../../src/derive/dependence.js';
import { derive } from './derive.js';
import { comparison, rowLetters } from './lines.js';

const { alphabetOf, evaluate, float64, drawPoint, randomFrom } = derive;

/** At a point of small whole numbers, whichever they are. */
function mattering(before: string, after: string, seed = 1): string[] {
  const alphabet = alphabetOf(rowLetters);
  const lines = comparison(derive, before, after);
  const point = drawPoint(float64, alphabet, { C: 3 }, randomFrom(seed), 'small');
  const at = Object.fromEntries(lines.free.map((letter) => [letter, 0]));
  const [a, b] = [lines.before, lines.after].map((side) => evaluate(side, point, at));
  return [...variablesThatMatter(lines, { point, at, before: a, after: b })].sort();
}

test.each([
  ['2 * a', 'a + b', ['a', 'b']],
  ['a - a', 'p', ['p']],
  ['xhat[j]', 'c[j]', ['eps', 'x']],
  ['D(L, y[j])', 'xhat[j]', ['eps', 'x']],
  ['sum(k, c[k])', 'p', ['p']],
  ['D(a * p, p)', '1', ['a']],
])('%s and %s depend on %j', (before, after, names) => {
  for (const seed of [1, 2, 3]) expect(mattering(before, after, seed)).toEqual(names);
});

test('a sign is enough, and so is a number that may not be 0', () => {
  for (const seed of [1, 2, 3, 4, 5]) expect(mattering('z / abs(z)', 'p', seed)).toEqual(['p', 'z']);
});

test('what cannot be changed one entry at a time is taken to matter', () => {
  expect(mattering('h[1] - h[1] + w[1] - w[1]', 'p')).toEqual(['h', 'p', 'w']);
});
