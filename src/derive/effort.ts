import type { Alphabet } from './alphabet.js';
import { ShapeMistake } from './errors.js';
import { partsOf } from './expression.js';
import type { Expr } from './expression.js';
import type { Sizes } from './point.js';

/** More steps than this for one comparison would take seconds. */
const most = 120_000;

/**
 * How many steps it takes to evaluate an expression at all places of some letters.
 *
 * @throws {ShapeMistake} if they are far too many.
 */
export function requireBearable(expr: Expr, alphabet: Alphabet, free: readonly string[], sizes: Sizes): void {
  const over = (letters: readonly string[]): number =>
    letters.reduce((count, letter) => count * sizes[alphabet.indices.get(letter) ?? ''], 1);
  const steps = (part: Expr): number => {
    const inside = partsOf(part).reduce((sum, inner) => sum + steps(inner), 1);
    if (part.kind === 'reduction') return over(part.over) * inside;
    // Derivatives are carried along: about three steps for one.
    return part.kind === 'derivative' ? 3 * inside : inside;
  };
  const total = over(free) * steps(expr);
  if (total > most)
    throw new ShapeMistake(
      'The sums run inside each other so often that this would take too long to check. Pull out what does not depend on the inner index.',
    );
}
