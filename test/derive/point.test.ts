import { decimals } from '../../src/derive/fields/decimals.js';
import type { Field, Style } from '../../src/derive/fields/field.js';
import { finite } from '../../src/derive/fields/finite.js';
import { float64 } from '../../src/derive/fields/float64.js';
import { drawPoint, everyPlace, forEachPlace } from '../../src/derive/point.js';
import type { Point } from '../../src/derive/point.js';
import { randomFrom } from '../../src/derive/random.js';
import { derive } from './derive.js';
import { letters } from './lines.js';

const alphabet = derive.alphabetOf({
  ...letters,
  variables: { ...letters.variables, W: 'N,C sum1', H: 'N,C centred' },
});
const sizes = { N: 2, C: 3 };
const styles: readonly Style[] = ['small', 'ordinary', 'scales'];
const points = (style: Style, count = 100): Point<number>[] => {
  const random = randomFrom(6);
  return Array.from({ length: count }, () => drawPoint(float64, alphabet, sizes, random, style));
};
const entries = (name: string, style: Style): number[] =>
  points(style).flatMap((point) => point.values.get(name) ?? []);

test('every variable has as many entries as its axes say, and π is there', () => {
  const [{ values, known, along }] = points('ordinary', 1);
  expect(['x', 'X', 'A', 'a', 't'].map((name) => values.get(name)?.length)).toEqual([3, 6, 9, 1, 2]);
  expect(values.get('pi')).toEqual([Math.PI]);
  expect([known.size, along.size]).toEqual([0, 0]);
});

test.each(styles)('of style %s positive numbers are positive and no nonzero one is 0', (style) => {
  expect(Math.min(...entries('p', style))).toBeGreaterThan(0);
  expect(entries('z', style)).not.toContain(0);
  expect(Math.min(...entries('z', style))).toBeLessThan(0);
  expect(Math.min(...entries('x', style))).toBeLessThan(0);
});

test.each(styles)(
  'of style %s shares are positive and sum to 1, centred numbers to 0, row by row',
  (style) => {
    expect(Math.min(...entries('w', style), ...entries('W', style))).toBeGreaterThan(0);
    for (const { values } of points(style, 20))
      for (const row of [0, 1]) {
        const sum = (name: string): number =>
          (values.get(name) ?? []).slice(3 * row, 3 * row + 3).reduce((a, b) => a + b, 0);
        // Roundings of numbers up to 1000.
        expect(Math.abs(sum('W') - 1)).toBeLessThan(1e-14);
        expect(Math.abs(sum('H'))).toBeLessThan(1e-12);
      }
  },
);

test('shares and centred numbers are exact in the finite field, and at 64 digits', () => {
  const sum = <T>(field: Field<T>, name: string): T =>
    (drawPoint(field, alphabet, sizes, randomFrom(2)).values.get(name) ?? []).reduce(field.add, field.zero);
  expect([sum(finite, 'w').p, sum(finite, 'h').p]).toEqual([1, 0]);
  const D = decimals(64);
  expect(D.toNumber(D.abs(D.subtract(sum(D, 'w'), D.one)))).toBeLessThan(1e-62);
  expect(D.toNumber(D.abs(sum(D, 'h')))).toBeLessThan(1e-60);
});

test('places come in the order of the letters, the last one fastest', () => {
  expect(everyPlace(['n', 'i'], alphabet, sizes)).toEqual([
    { n: 0, i: 0 },
    { n: 0, i: 1 },
    { n: 0, i: 2 },
    { n: 1, i: 0 },
    { n: 1, i: 1 },
    { n: 1, i: 2 },
  ]);
  expect(everyPlace([], alphabet, sizes)).toEqual([{}]);
});

test('places that stand already stay, but for a letter that runs anew', () => {
  const seen: string[] = [];
  const at = { j: 2, i: 1 };
  forEachPlace(['i'], alphabet, sizes, at, (there) => seen.push(JSON.stringify(there)));
  expect(seen).toEqual(['{"j":2,"i":0}', '{"j":2,"i":1}', '{"j":2,"i":2}']);
  expect(at).toEqual({ j: 2, i: 1 });
});
