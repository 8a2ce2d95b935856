import { smallCounterExample } from '../../src/derive/counter-example.js';
import { inWords } from '../../src/derive/counter-example-words.js';
import { TestPoints } from '../../src/derive/test-points.js';
import type { CounterExample, Entries } from '../../src/derive/verdict.js';
import { derive } from './derive.js';
import { comparison, compared, letters, rowLetters } from './lines.js';

const { alphabetOf, evaluate, float64, pointAt } = derive;

const found = (
  before: string,
  after: string,
  asked: Parameters<typeof comparison>[3] = {},
): CounterExample => {
  const { counterExample } = compared(derive, before, after, asked);
  if (!counterExample) throw new Error(`no counter-example for ${after}`);
  return counterExample;
};
const flat = (entries: Entries): number[] =>
  typeof entries === 'number' ? [entries] : entries.flatMap(flat);

test.each([
  ['a', '2 * a', 'At C = 2, a = 1 the line before is 1, yours is 2.'],
  ['a', 'a + 1', 'At C = 2, a = 1 the line before is 1, yours is 2.'],
  ['p', '2 * p', 'At C = 2, p = 1 the line before is 1, yours is 2.'],
  ['x[j]', 'x - mean(x)', 'At C = 2, x = (−1, 3), j = 1 the line before is −1, yours is −2.'],
  ['sum(k, x[k]^2)', 'sum(k, x[k])^2', 'At C = 2, x = (−1, 3) the line before is 10, yours is 4.'],
  [
    'x[j] * y[j]',
    'x[j] * y[j] * eye(j, 1)',
    'At C = 2, x = (−1, 3), y = (−1, 1), j = 2 the line before is 3, yours is 0.',
  ],
  ['a * (C - 2)', '0', 'At C = 3, a = 1 the line before is 1, yours is 0.'],
  ['a', 'sqrt(a^2)', /^At C = 2, a = −[123] the line before is −[123], yours is [123]\.$/],
])('%s for %s: %j', (before, after, sentence) => {
  expect(inWords(found(before, after))).toMatch(
    typeof sentence === 'string' ? new RegExp(`^${sentence.replace(/[.()+^*]/g, '\\$&')}$`) : sentence,
  );
});

test('a matrix stands there row by row, with no 0 in it and nothing twice in a row', () => {
  const { values, sizes } = found('sum(n, k, X[n, k])', 'sum(n, k, X[n, k]) / N', { letters });
  expect(sizes).toEqual({ N: 3, C: 2 });
  const rows = (values.X as Entries[]).map(flat);
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row).not.toContain(0);
    expect(new Set(row).size).toBe(2);
  }
});

test('what rounding leaves of a 0 is 0', () => {
  expect(found('(0.1 + 0.2 - 0.3) * p', 'p').before).toBe(0);
});

test('what the lines do not depend on is not shown, what stands in a definition is', () => {
  expect(Object.keys(found('D(y[1] * xhat[1] + a, a)', '2').values)).toEqual([]);
  expect(Object.keys(found('D(y[1] * xhat[1] + a, y[1])', '2').values).sort()).toEqual(['eps', 'x']);
  expect(Object.keys(found('z / abs(z) + p - p', '2').values)).toEqual(['z']);
  expect(Object.keys(found('a', '2 * a').values)).toEqual(['a']);
  expect(Object.keys(found('rstd', '2 * rstd').values).sort()).toEqual(['eps', 'x']);
});

test('domains are kept: positive numbers, shares, centred numbers, none that is 0 and may not be', () => {
  expect(found('p * eps', 'p + 2 * eps').values).toEqual({ p: 1, eps: 1 });
  const shares = flat(found('w[1]', '2 * w[1]').values.w);
  expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect(flat(found('h[1] + 1', '2 * h[1]').values.h).reduce((a, b) => a + b)).toBe(0);
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) expect(found('z^2', 'z^2 + 1', { seed }).values.z).not.toBe(0);
});

test.each([
  ['D(L, x[j])', 'rstd * (y - mean(y))'],
  ['xhat[i] * x[j]', 'xhat[j] * x[i]'],
  ['variance', 'mean(k, x[k]^2)'],
  ['exp(a + b)', 'exp(a) + exp(b)'],
  ['max(k, x[k])', 'sum(k, x[k])'],
  ['log(p)', 'p - 1'],
])('%s and %s really have the two values there', (before, after) => {
  const lines = comparison(derive, before, after);
  const { sizes, values, at, before: a, after: b } = found(before, after);
  const alphabet = alphabetOf(rowLetters);
  const zeros = [...alphabet.variables].map(([name, { axes }]): [string, number[]] => [
    name,
    new Array<number>(axes.length === 0 ? 1 : sizes.C).fill(1),
  ]);
  const given = Object.entries(values).map(([name, entries]): [string, number[]] => [name, flat(entries)]);
  const point = pointAt(float64, alphabet, sizes, new Map([...zeros, ...given]));
  const places = Object.fromEntries(Object.entries(at).map(([letter, place]) => [letter, place - 1]));
  expect([evaluate(lines.before, point, places), evaluate(lines.after, point, places)]).toEqual([a, b]);
  expect(Math.abs(a - b)).toBeGreaterThan(1e-7 * Math.max(Math.abs(a), Math.abs(b)));
  expect(
    given.flatMap(([, entries]) => entries).every((entry) => Number.isInteger(entry) && Math.abs(entry) <= 4),
  ).toBe(true);
});

test('a difference that shows at large or many-digit numbers only is told where it was met', () => {
  expect(found('p', '500', { relation: '<=' }).values.p).toBeGreaterThan(500);
  expect(found('a', 'a + 1e-9').before).toBeCloseTo(found('a', 'a + 1e-9').after, 8);
});

test('where nothing shows at small numbers there is none', () => {
  const points = new TestPoints(alphabetOf(rowLetters), 1);
  expect(smallCounterExample(comparison(derive, 'a', 'a + 1e-20'), points)).toBeUndefined();
  expect(
    smallCounterExample(comparison(derive, '(a + b)^2', 'a^2 + 2 * a * b + b^2'), points),
  ).toBeUndefined();
});

test('a point at which the line before has no value is no counter-example', () => {
  expect(found('D(sqrt(a^2), a)', '1').values.a).toBeLessThan(0);
  expect(found('a / abs(a)', '1').values.a).toBeLessThan(0);
});

test('what the names of the second line are made of is worked out, so that it can be followed by hand', () => {
  const { values, made } = found('sum(k, x[k]^2)', 'xhat[1] + a');
  expect(Object.keys(made)).toEqual(['xhat']);
  const [x, eps] = [flat(values.x), Number(values.eps)];
  const mu = (x[0] + x[1]) / 2;
  const deviation = Math.sqrt(((x[0] - mu) ** 2 + (x[1] - mu) ** 2) / 2 + eps);
  expect(flat(made.xhat)).toEqual(x.map((value) => expect.closeTo((value - mu) / deviation, 12) as number));
  expect(found('xhat[1] + a', '2').made).toEqual({});
});
