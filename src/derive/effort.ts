import { testedSizes } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { ShapeMistake } from './errors.js';
import { partsOf } from './expression.js';
import type { Expr } from './expression.js';

/** Beyond so many steps a comparison takes longer than one waits for. */
const most = 100_000;
/** What a function costs at 64 digits, in steps. */
const cost = { sqrt: 3, abs: 1, exp: 20, log: 20, tanh: 20, erf: 100 } as const;

/**
 * Refuses a line that would take too long to check.
 *
 * @param longest The steps of the longest line of the derivation: what it can bear itself, an answer may take as well.
 * @throws {ShapeMistake} if evaluating it at all places takes far too many steps.
 */
export function requireBearable(steps: number, longest: number): void {
  if (steps > Math.max(most, 2 * longest))
    throw new ShapeMistake(
      'This would take too long to check: sums or derivatives stand inside each other many times over. Pull out what does not depend on the inner index.',
    );
}

/** How many points in a row may lie outside the domain before the search is given up: fewer for lines that take long. */
export const patienceFor = (steps: number): number => Math.max(40, Math.min(400, Math.round(4e6 / steps)));

/** About how many steps it takes to evaluate an expression at all places of its free letters, at the largest sizes. */
export function stepsOf(expr: Expr, alphabet: Alphabet, free: readonly string[]): number {
  const all = testedSizes(alphabet);
  const sizes = all[all.length - 1];
  const over = (letters: readonly string[]): number =>
    letters.reduce((count, letter) => count * sizes[alphabet.indices.get(letter) ?? ''], 1);
  // Inside a derivative, definitions are computed anew, with about three times as many steps.
  const steps = (part: Expr, inDerivative: boolean): number => {
    const definition = part.kind === 'name' && inDerivative ? alphabet.definitions.get(part.name) : undefined;
    if (definition) return 1 + steps(definition.expr, true);
    const inside = partsOf(part).reduce(
      (sum, inner) => sum + steps(inner, inDerivative || part.kind === 'derivative'),
      1,
    );
    if (part.kind === 'reduction') return over(part.over) * inside;
    if (part.kind === 'call') return cost[part.f] + inside;
    return part.kind === 'derivative' ? 3 * inside : inside;
  };
  return over(free) * steps(expr, false);
}
