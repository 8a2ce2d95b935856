import { evaluate } from '../../src/derive/evaluate.js';
import { finite, finiteWithExponents } from '../../src/derive/fields/finite.js';
import { float64 } from '../../src/derive/fields/float64.js';
import { pointAt } from '../../src/derive/point.js';
import type { Point } from '../../src/derive/point.js';
import { TestPoints } from '../../src/derive/test-points.js';
import { derive } from './derive.js';
import { letters } from './lines.js';

const { alphabetOf, parse } = derive;
const alphabet = alphabetOf(letters);
const sizes = { N: 2, C: 3 };
const of = (seed = 1): TestPoints => new TestPoints(alphabet, seed);
const shown = <T>({ values }: Point<T>): string => JSON.stringify([...values]);

test('one seed gives the same points, another seed others', () => {
  const at = (seed: number, k: number): string => shown(of(seed).at(float64, sizes, 'ordinary', k));
  expect(at(1, 3)).toBe(at(1, 3));
  expect(new Set([at(1, 0), at(1, 1), at(2, 0), at(2, 1)]).size).toBe(4);
});

test('the k-th point is the same, in whatever order the points are asked for', () => {
  const [forward, backward] = [of(), of()];
  const order = [0, 1, 2, 3];
  const ahead = order.map((k) => shown(forward.at(float64, sizes, 'ordinary', k)));
  backward.at(finite, sizes, 'ordinary', 5);
  backward.at(float64, { N: 3, C: 2 }, 'ordinary', 2);
  backward.at(float64, sizes, 'small', 2);
  const back = [...order].reverse().map((k) => shown(backward.at(float64, sizes, 'ordinary', k)));
  expect(back.reverse()).toEqual(ahead);
});

test('fields, sizes and styles have points of their own', () => {
  const points = of();
  const all = [
    shown(points.at(finite, sizes, 'ordinary', 0)),
    shown(points.at(finiteWithExponents, sizes, 'ordinary', 0)),
    shown(points.at(float64, sizes, 'ordinary', 0)),
    shown(points.at(float64, sizes, 'small', 0)),
    shown(points.at(float64, sizes, 'scales', 0)),
    shown(points.at(float64, { N: 3, C: 2 }, 'ordinary', 0)),
  ];
  expect(new Set(all).size).toBe(all.length);
});

test('lines that share a point have the values they have alone, whatever was computed there before', () => {
  const shared = of().at(finite, sizes, 'ordinary', 0);
  const texts = [
    'variance',
    'D(variance, x[1])',
    'sum(k, D(D(variance, x[k]), x[k]))',
    'mu * c[2]',
    'D(c[1], x[2])',
    'c[1]',
  ];
  const alone = (text: string): number =>
    evaluate(parse(text), pointAt(finite, alphabet, sizes, shared.values)).p;
  for (const text of [...texts, ...[...texts].reverse()])
    expect([text, evaluate(parse(text), shared).p]).toEqual([text, alone(text)]);
});

test('a point that is asked for again is the very same, with what was computed there', () => {
  const points = of();
  const point = points.at(float64, sizes, 'ordinary', 1);
  evaluate(parse('variance'), point);
  const again = points.at(float64, sizes, 'ordinary', 1);
  expect(again).toBe(point);
  expect([...again.known.keys()].sort()).toEqual(['c', 'mu', 'variance']);
});
