import { comparisonFor, pointsFor, readDerivation } from '../../derive/check.js';
import { compare } from '../../derive/compare.js';
import type { Derivation } from '../../derive/derivation.js';
import type { TestPoints } from '../../derive/test-points.js';
import { follows } from '../../derive/verdict.js';
import type { Mutant } from './mutants.js';
import { secondOpinion } from './second-opinion.js';

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

/** Checks a mutant. Whether one that is accepted is true, is decided by the second opinion. */
export function outcomeOf({ derivation, line, expr }: Mutant): Outcome {
  if (!expr) return 'shape';
  const verdict = compare(comparisonFor(readDerivation(derivation), line, expr), pointsOf(derivation));
  if (follows(verdict)) return secondOpinion(derivation, line, expr) === 'true' ? 'true' : 'wrong';
  if (verdict.kind === 'inconclusive') return 'no value';
  return verdict.counterExample ? 'value' : 'unshown';
}
