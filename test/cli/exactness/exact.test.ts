import { distance, Exact } from '../../../src/cli/exactness/exact.js';
import type { Decimal } from '../../../src/derive/mathjs.js';

const [a, b] = [Exact.of(0.7), Exact.of(-1.3)];

/** The slope by each of two numbers, and what differences over a step of 10⁻²⁰ say. */
function slopes(f: (a: Exact, b: Exact) => Exact): { by: Decimal[]; differences: Decimal[] } {
  const step = Exact.of(2 ** -66);
  const change = (up: Exact, down: Exact): Decimal => up.minus(down).over(step.plus(step)).value;
  return {
    by: Exact.gradients([f(a, b)], [Exact.of(1)], [a, b]),
    differences: [
      change(f(a.plus(step), b), f(a.minus(step), b)),
      change(f(a, b.plus(step)), f(a, b.minus(step))),
    ],
  };
}

test('a float64 is taken to its last bit', () => {
  expect(Exact.of(0.1).value.toFixed()).toBe('0.1000000000000000055511151231257827021181583404541015625');
  expect(Exact.of(-3).value.toFixed()).toBe('-3');
  expect(distance(0.1, Exact.of(1).over(Exact.of(10)).value)).toBeCloseTo(5.55e-18, 20);
});

const operations: readonly (readonly [string, (a: Exact, b: Exact) => Exact])[] = [
  ['a sum', (x, y) => Exact.sum([x, y, x])],
  ['a difference', (x, y) => x.minus(y)],
  ['a product', (x, y) => x.times(y).times(y)],
  ['a quotient', (x, y) => x.over(y)],
  ['a root', (x, y) => x.times(x).plus(y.times(y)).root()],
  ['tanh', (x, y) => x.times(y).tanh()],
  ['erf', (x, y) => x.times(y).erf()],
  ['a size', (x, y) => x.size().times(y.size())],
  ['the larger one', (x, y) => x.atLeast(y).times(y.atLeast(x))],
];

test.each(operations)('the slopes of %s are those of its differences, to thirty digits', (_name, f) => {
  const { by, differences } = slopes(f);
  by.forEach((slope, i) => expect(Math.abs(slope.minus(differences[i]).toNumber())).toBeLessThan(1e-30));
});

test('what is fixed has no slope, and what does not matter has none either', () => {
  expect(Exact.gradients([a.fixed().times(b)], [Exact.of(2)], [a, b]).map(String)).toEqual([
    '0',
    String(a.plus(a).value),
  ]);
  expect(Exact.gradients([a.plus(a)], [Exact.of(1)], [a, b]).map(String)).toEqual(['2', '0']);
});

test('functions of known values', () => {
  expect(Exact.pi().value.toNumber()).toBe(Math.PI);
  expect(Exact.of(1).tanh().value.toNumber()).toBeCloseTo(0.7615941559557649, 15);
  expect(Exact.of(1).erf().value.toNumber()).toBeCloseTo(0.8427007929497149, 15);
});
