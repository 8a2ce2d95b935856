import { patienceFor, requireBearable, stepsOf } from '../../src/derive/effort.js';
import { derive } from './derive.js';
import { letters } from './lines.js';

const alphabet = derive.alphabetOf(letters);
const steps = (text: string, ...free: string[]): number => stepsOf(derive.parse(text), alphabet, free);

test('steps are counted at the largest sizes: N = 4, C = 5', () => {
  expect(steps('a + b')).toBe(3);
  expect(steps('a + b', 'j')).toBe(5 * 3);
  expect(steps('a + b', 'j', 'n')).toBe(20 * 3);
  expect(steps('sum(k, a)')).toBe(5 * 2);
  expect(steps('sum(k, sum(n, a))')).toBe(5 * (1 + 4 * 2));
  expect(steps('sum(k, n, a)')).toBe(20 * 2);
});

test('a derivative costs as much as computing everything in it three times, definitions included', () => {
  expect(steps('mu')).toBe(1);
  expect(steps('D(a, b)')).toBe(3 * 3);
  // mu is mean(k, x[k]): 1 + 5 · 2 steps.
  expect(steps('D(mu, a)')).toBe(3 * (1 + 11 + 1));
  expect(steps('D(D(a, b), b)')).toBe(3 * (1 + 9 + 1));
});

test('functions cost more than signs, and the error function most', () => {
  const [plain, root, exponential, error] = ['a', 'sqrt(a)', 'exp(a)', 'erf(a)'].map((text) => steps(text));
  expect(plain < root && root < exponential && exponential < error).toBe(true);
});

test('a line that takes far too long is refused, unless the derivation itself takes as long', () => {
  const sentence =
    'This would take too long to check: sums or derivatives stand inside each other many times over. Pull out what does not depend on the inner index.';
  expect(() => requireBearable(1e9, 10)).toThrow(sentence);
  expect(() => requireBearable(1e9, 1e9)).not.toThrow();
  expect(() => requireBearable(1000, 10)).not.toThrow();
});

test('patience with points outside the domain ends sooner for lines that take long', () => {
  expect(patienceFor(1)).toBe(400);
  expect(patienceFor(1e9)).toBe(40);
  expect(patienceFor(40_000)).toBe(100);
});
