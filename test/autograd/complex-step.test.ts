import { complexStep } from '../../src/index.js';
import type { Complex } from '../../src/index.js';

const eps = 2 ** -52;
/** f in the complex plane, and its slope. */
const functions: [string, (z: Complex) => Complex, (x: number) => number][] = [
  ['exp', (z) => z.exp(), Math.exp],
  ['tanh', (z) => z.tanh(), (x) => 1 / Math.cosh(x) ** 2],
  ['1/x', (z) => z.mul(0).add(1).div(z), (x) => -1 / (x * x)],
  ['√x', (z) => z.sqrt(), (x) => 0.5 / Math.sqrt(x)],
  ['x³ − x', (z) => z.mul(z).mul(z).sub(z), (x) => 3 * x * x - 1],
];

test.each(functions)('the slope of %s has all its digits', (_, f, slope) => {
  // tanh at 8 is where 1 − tanh² would have lost half of them.
  for (const x of [0.1, 0.7, 2, 8]) expect(Math.abs(complexStep(f, x) / slope(x) - 1)).toBeLessThan(8 * eps);
});

test('a large step errs by h² f‴ / 6, with the sign turned', () => {
  expect(complexStep((z) => z.mul(z).mul(z), 1, 0.1)).toBeCloseTo(3 - 0.01, 14);
});
