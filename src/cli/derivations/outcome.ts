import { comparisonFor, pointsFor, readDerivation } from '../../derive/check.js';
import { compare } from '../../derive/compare.js';
import type { Derivation } from '../../derive/derivation.js';
import type { TestPoints } from '../../derive/test-points.js';
import { follows } from '../../derive/verdict.js';
import type { Verdict } from '../../derive/verdict.js';
import type { Mutant } from './mutants.js';
import { confirmed, secondOpinion } from './second-opinion.js';

/** What became of a mutant. */
export type Outcome =
  /** Refused before any number was computed. */
  | 'shape'
  /** Refused with a counter-example. */
  | 'value'
  /** Refused, without a counter-example that could be shown. */
  | 'unshown'
  /** Refused, since it has no value at any point that was tried. */
  | 'no value'
  /** Accepted, and true: the edit changes nothing, or the bound holds as well, though it may be weaker. */
  | 'true'
  /** Accepted, and false. */
  | 'wrong';

const points = new WeakMap<Derivation, TestPoints>();

function pointsOf(derivation: Derivation): TestPoints {
  const known = points.get(derivation) ?? pointsFor(readDerivation(derivation));
  points.set(derivation, known);
  return known;
}

export interface Judged {
  readonly outcome: Outcome;
  /** What the check says of it; nothing where it did not come to that. */
  readonly verdict: Verdict | undefined;
}

/** Checks a mutant. Whether one that is accepted is true, is decided by the second opinion. */
export function judgedMutant({ derivation, line, expr }: Mutant): Judged {
  if (!expr) return { outcome: 'shape', verdict: undefined };
  const verdict = compare(comparisonFor(readDerivation(derivation), line, expr), pointsOf(derivation));
  if (follows(verdict))
    return { outcome: secondOpinion(derivation, line, expr) === 'true' ? 'true' : 'wrong', verdict };
  if (verdict.kind === 'inconclusive') return { outcome: 'no value', verdict };
  return { outcome: verdict.counterExample ? 'value' : 'unshown', verdict };
}

/** Whether one that was refused is wrong: by its counter-example or, without one, at other points and sizes. */
export function isWrong({ derivation, line, expr }: Mutant, verdict: Verdict | undefined): boolean {
  if (!expr) return true;
  const example = verdict?.counterExample;
  const bound = derivation.lines[line - 1].relation !== '=';
  // An equality that is wrong is wrong nearly everywhere; a bound may be in few places only.
  if (bound && example) return confirmed(derivation, line, expr, example);
  return secondOpinion(derivation, line, expr) !== 'true';
}
