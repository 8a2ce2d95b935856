import { comparisonFor } from './check.js';
import type { ReadDerivation } from './check.js';
import { compare } from './compare.js';
import { edits } from './edits.js';
import type { Edit } from './edits.js';
import { ShapeMistake, Unreadable } from './errors.js';
import type { Expr } from './expression.js';
import { agreeAtFirstSight } from './quick.js';
import { requireFitting } from './shape.js';
import { follows } from './verdict.js';
import type { WrongAnswer } from './wrong-answer.js';

/** More edits than this are not tried: a long line has thousands. */
const mostEdits = 500;

/** One single edit after which a wrong line follows; nothing where there is none. */
export function repair({ read, k, wrong, points }: WrongAnswer): Edit | undefined {
  return edits(wrong, read.alphabet)
    .slice(0, mostEdits)
    .find((edit) => {
      const comparison = comparisonFor(read, k, edit.expr);
      return (
        fits(read, edit.expr) && agreeAtFirstSight(comparison, points) && follows(compare(comparison, points))
      );
    });
}

function fits({ alphabet, free }: ReadDerivation, expr: Expr): boolean {
  try {
    requireFitting(expr, alphabet, free);
    return true;
  } catch (error) {
    if (error instanceof ShapeMistake || error instanceof Unreadable) return false;
    throw error;
  }
}
