import { ShapeMistake } from './errors.js';
import type { Expr, Operation } from './expression.js';
import { print } from './print.js';

const largest = 64;

/**
 * The exponent of a power: a number, a whole multiple of ½.
 *
 * @throws {ShapeMistake} if it is something else, or out of proportion.
 */
export function exponentOf(power: Operation): number {
  const exponent = numberOf(power.right);
  if (exponent === undefined || !Number.isInteger(2 * exponent))
    throw new ShapeMistake(
      `"${print(power)}": an exponent is a whole number or a half, such as 2, -1 or 1/2.`,
    );
  if (Math.abs(exponent) > largest)
    throw new ShapeMistake(`"${print(power)}": exponents up to ${largest} are computed.`);
  return exponent;
}

/** The value of an expression without names; nothing where there are any. */
function numberOf(expr: Expr): number | undefined {
  // More digits than a double holds would be rounded to another exponent.
  if (expr.kind === 'constant') return expr.digits.length <= 15 ? Number(expr.digits) : undefined;
  if (expr.kind === 'negative') {
    const of = numberOf(expr.of);
    return of === undefined ? undefined : -of;
  }
  if (expr.kind !== 'operation' || expr.op === '^') return undefined;
  const [a, b] = [numberOf(expr.left), numberOf(expr.right)];
  if (a === undefined || b === undefined) return undefined;
  return { '+': a + b, '-': a - b, '*': a * b, '/': a / b }[expr.op];
}
