import { comparisonFor } from './check.js';
import type { ReadDerivation } from './check.js';
import { compare } from './compare.js';
import { edits } from './edits.js';
import type { Edit } from './edits.js';
import { ShapeMistake, Unreadable } from './errors.js';
import { countNodes } from './expression.js';
import type { Expr } from './expression.js';
import { whatFormLacks } from './form.js';
import { print } from './print.js';
import { agreeAtFirstSight } from './quick.js';
import { requireFitting } from './shape.js';
import { follows } from './verdict.js';
import type { WrongAnswer } from './wrong-answer.js';

/** More edits than this are not tried: a long line has thousands. */
const mostEdits = 500;
/** A line longer than this is not mended by one edit. */
const mostNodes = 150;

/** One single edit after which a wrong line follows; nothing where there is none. */
export function repair({ read, k, wrong, points }: WrongAnswer): Edit | undefined {
  if (countNodes(wrong) > mostNodes) return undefined;
  const line = read.derivation.lines[k - 1];
  const before = print(read.exprs[Math.max(k - 2, 0)]);
  return edits(wrong, read.alphabet, read.free)
    .slice(0, mostEdits)
    .find((edit) => {
      const comparison = comparisonFor(read, k, edit.expr);
      return (
        fits(read, edit.expr) &&
        whatFormLacks(edit.expr, line) === '' &&
        print(edit.expr) !== before &&
        agreeAtFirstSight(comparison, points) &&
        follows(compare(comparison, points))
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
