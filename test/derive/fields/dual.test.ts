import fc from 'fast-check';
import { OutsideDomain } from '../../../src/derive/errors.js';
import { decimals } from '../../../src/derive/fields/decimals.js';
import { dual } from '../../../src/derive/fields/dual.js';
import type { Dual } from '../../../src/derive/fields/dual.js';
import type { Field } from '../../../src/derive/fields/field.js';
import { finite, P } from '../../../src/derive/fields/finite.js';
import type { Residue } from '../../../src/derive/fields/finite.js';
import { float64 } from '../../../src/derive/fields/float64.js';
import { randomFrom } from '../../../src/derive/random.js';

const d = dual(float64);
const dd = dual(d);
const second = (value: number): Dual<Dual<number>> => ({
  value: { value, slope: 1 },
  slope: { value: 1, slope: 0 },
});

/** f and its second derivative. */
const secondDerivatives: readonly (readonly [
  'sqrt' | 'exp' | 'log' | 'tanh' | 'erf' | 'abs',
  (x: number) => number,
])[] = [
  ['sqrt', (x) => -1 / (4 * x * Math.sqrt(x))],
  ['exp', (x) => float64.exp(x)],
  ['log', (x) => -1 / (x * x)],
  ['tanh', (x) => -2 * float64.tanh(x) * (1 - float64.tanh(x) * float64.tanh(x))],
  ['erf', (x) => (-4 * x * float64.exp(-x * x)) / Math.sqrt(Math.PI)],
  ['abs', () => 0],
];

test.each(secondDerivatives)('the slope of the slope of %s is its second derivative', (f, want) => {
  for (const x of [0.3, 1, 2.5]) {
    const { value, slope } = dd[f](second(x));
    // A few roundings of numbers of size 1.
    expect(Math.abs(slope.slope - want(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(want(x))));
    expect(value.slope).toBe(slope.value);
  }
});

test('the slope of the slope of a quotient of polynomials is exact', () => {
  // (x³ + x)/(x + 1) at 2 has second derivative 2·(x³ + 3x² + 3x − 1)/(x + 1)³ = 2·25/27.
  const x = second(2);
  const cube = dd.multiply(x, dd.multiply(x, x));
  const quotient = dd.divide(dd.add(cube, x), dd.add(x, dd.one));
  expect(quotient.slope.slope).toBeCloseTo(50 / 27, 14);
});

test('product and quotient rule hold exactly in the finite field', () => {
  const D = dual(finite);
  const residue = fc.integer({ min: 1, max: P - 1 }).map((p): Residue => ({ p, q: undefined }));
  const duals = fc.tuple(residue, residue).map(([value, slope]): Dual<Residue> => ({ value, slope }));
  fc.assert(
    fc.property(duals, duals, (a, b) => {
      const { add, multiply, subtract } = finite;
      const product = add(multiply(a.value, b.slope), multiply(a.slope, b.value));
      expect(D.multiply(a, b).slope.p).toBe(product.p);
      expect(D.multiply(D.divide(a, b), b).slope.p).toBe(a.slope.p);
      expect(D.subtract(D.add(a, b), b).slope.p).toBe(a.slope.p);
      expect(D.subtract(D.zero, a).slope.p).toBe(subtract(finite.zero, a.slope).p);
      const square = D.multiply(a, a);
      const root = D.sqrt(square);
      expect(multiply(add(root.value, root.value), root.slope).p).toBe(square.slope.p);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('slopes have all digits of their field', () => {
  const F = decimals(64);
  const D = dual(F);
  const { value, slope } = D.tanh({ value: F.number('0.3'), slope: F.one });
  const want = F.subtract(F.one, F.multiply(value, value));
  expect(String(slope)).toBe(String(want));
});

test('what does not depend on the variable has slope 0, and what is drawn depends on nothing', () => {
  expect(d.divide(d.number('1'), d.number('4'))).toEqual({ value: 0.25, slope: 0 });
  expect(d.pi(randomFrom(0))).toEqual({ value: Math.PI, slope: 0 });
  expect(d.draw(randomFrom(0), true, 'small').slope).toBe(0);
  expect(d.less({ value: 1, slope: 5 }, { value: 2, slope: 0 })).toBe(true);
  expect(d.toNumber({ value: 1, slope: 5 })).toBe(1);
});

test('where a function has no slope there is no value: roots and absolute values at 0', () => {
  const requireNone = <T>(F: Field<T>): void => {
    for (const f of ['sqrt', 'abs'] as const)
      expect(() => dual(F)[f]({ value: F.zero, slope: F.one })).toThrow(OutsideDomain);
  };
  requireNone(float64);
  requireNone(decimals(64));
  requireNone(finite);
});

test('a field of dual numbers is made once for each field', () => {
  expect(dual(float64)).toBe(d);
  expect(dual(finite)).not.toBe(d);
});
