import { Complex } from './complex.js';

/**
 * The derivative of f at x by a step into the complex plane: Im f(x + ih) / h.
 *
 * Nothing is subtracted, so h may be as small as one likes, and the result has all digits. f must be made of operations
 * that are the same in the complex plane: no absolute value, no maximum, no comparison.
 *
 * Source: Squire and Trapp (1998), "Using complex variables to estimate derivatives of real functions", SIAM Review 40.
 *
 * @example
 * complexStep((z) => z.mul(z).mul(z), 2); // 3x²: 12
 */
export function complexStep(f: (z: Complex) => Complex, x: number, h: number = 1e-100): number {
  return f(new Complex(x, h)).im / h;
}
