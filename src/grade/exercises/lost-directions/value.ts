/** Directions that are written as formulas in x: read, and worked out for a row. */
import type { Alphabet } from '../../../derive/alphabet.js';
import type { Letters } from '../../../derive/derivation.js';
import { OutsideDomain, ShapeMistake, Unreadable } from '../../../derive/errors.js';
import { evaluate } from '../../../derive/evaluate.js';
import type { Expr } from '../../../derive/expression.js';
import { float64 } from '../../../derive/fields/float64.js';
import { parse } from '../../../derive/parse.js';
import { pointAt } from '../../../derive/point.js';
import { alphabetOf } from '../../../derive/read-letters.js';
import { requireFitting } from '../../../derive/shape.js';
import { withIndices } from '../../../derive/vectors.js';
import { Failure } from '../../exercise.js';

const letters: Letters = {
  sizes: { C: [3] },
  indices: { i: 'C', k: 'C', l: 'C' },
  variables: { x: 'C' },
  definitions: {
    mu: 'mean(k, x[k])',
    'c[i]': 'x[i] - mu',
    variance: 'mean(k, c[k]^2)',
    rstd: '1 / sqrt(variance)',
    'xhat[i]': 'c[i] * rstd',
  },
};

let read: Alphabet | undefined;

/** Read with the first direction: until then nothing is loaded that reads formulas. */
function alphabetOfRows(): Alphabet {
  read ??= alphabetOf(letters);
  return read;
}

/**
 * Reads one direction: a formula of x, mu, c, variance, rstd, xhat and C, with the index i or as in NumPy.
 *
 * @throws {Failure} if it cannot be read, or is a list of numbers.
 */
export function readDirection(text: string): Expr {
  requireNoList(text);
  try {
    const expr = withIndices(parse(text), alphabetOfRows(), ['i']);
    requireFitting(expr, alphabetOfRows(), ['i']);
    return expr;
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof ShapeMistake)) throw error;
    throw new Failure('unreadable', error.message, {
      input: 'one of your directions',
      expected: 'a formula in x, mu, c, variance, rstd or xhat, such as mu * xhat^2',
      got: text === '' ? 'nothing' : text,
    });
  }
}

/** Numbers one by one, as in (1, 1, 1), are a direction for rows of one length only. */
function requireNoList(text: string): void {
  const inBrackets = /^\s*[([]([^()[\]]*,[^()[\]]*)[)\]]\s*$/.exec(text)?.[1];
  if (inBrackets === undefined) return;
  throw new Failure(
    'a list of numbers',
    'A direction is written as a formula, and its number at each place is worked out for rows of every length. The same number at every place is written as the number alone: 1.',
    { input: 'one of your directions', expected: '1, or another formula', got: text },
  );
}

/** Its C numbers for a row; NaN where it has none. */
export function directionAt(direction: Expr, x: readonly number[]): number[] {
  const values = new Map([
    ['x', [...x]],
    ['pi', [Math.PI]],
  ]);
  const point = pointAt(float64, alphabetOfRows(), { C: x.length }, values);
  return x.map((_, i) => {
    try {
      return evaluate(direction, point, { i });
    } catch (error) {
      if (error instanceof OutsideDomain) return NaN;
      throw error;
    }
  });
}
