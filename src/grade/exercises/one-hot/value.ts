import { ShapeMistake, Unreadable, OutsideDomain } from '../../../derive/errors.js';
import { evaluate } from '../../../derive/evaluate.js';
import type { Expr } from '../../../derive/expression.js';
import { float64 } from '../../../derive/fields/float64.js';
import { parse } from '../../../derive/parse.js';
import { pointAt } from '../../../derive/point.js';
import { alphabetOf } from '../../../derive/read-letters.js';
import { requireFitting } from '../../../derive/shape.js';
import { Failure } from '../../exercise.js';

/** Where a formula in C and ε is tried. */
export interface Place {
  readonly C: number;
  readonly eps: number;
}

const letters = { sizes: { C: [3] }, indices: {}, variables: { eps: 'positive' } };

/**
 * Reads a formula in C and eps; a name and = may stand before it.
 *
 * @throws {Failure} if it cannot be read, or has other letters in it.
 */
export function readFormula(text: string): Expr {
  try {
    const expr = parse(text.replace(/^[^=()]*=/, ''));
    requireFitting(expr, alphabetOf(letters), []);
    return expr;
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof ShapeMistake)) throw error;
    throw new Failure('unreadable', error.message, {
      input: 'your formula',
      expected: 'one line in C and eps, such as sqrt(C) / (1 + eps)',
      got: text,
    });
  }
}

/** The value of a formula; NaN where it has none. */
export function valueAt(formula: Expr, { C, eps }: Place): number {
  const point = pointAt(
    float64,
    alphabetOf(letters),
    { C },
    new Map([
      ['eps', [eps]],
      ['pi', [Math.PI]],
    ]),
  );
  try {
    return evaluate(formula, point);
  } catch (error) {
    if (error instanceof OutsideDomain) return NaN;
    throw error;
  }
}
