import { tryPoints } from './agreement.js';
import type { Comparison } from './agreement.js';
import { testedSizes } from './alphabet.js';
import { shown, smallCounterExample } from './counter-example.js';
import { compareExactly } from './exact.js';
import type { Exact } from './exact.js';
import { decimals } from './fields/decimals.js';
import { holdsEverywhereTried } from './inequality.js';
import { print } from './print.js';
import type { Sizes } from './point.js';
import { randomFrom } from './random.js';
import type { Random } from './random.js';
import type { CounterExample, Verdict } from './verdict.js';

const digits = 64;
/** Where the finite field and 64 digits disagree, so many digits decide. */
const manyDigits = 200;
const pointsBesideExact = 1;
const pointsAlone = 8;
const nothing = { bounds: [], signs: false, error: 0, points: 0, counterExample: undefined } as const;

/**
 * Whether one line follows from another: exactly where that is possible, to 64 digits always.
 *
 * @param seed The random points come from it; the same seed makes the same verdict.
 */
export function compare(comparison: Comparison, seed: number): Verdict {
  const random = randomFrom(seed);
  if (comparison.relation !== '=') return holdsEverywhereTried(comparison, random);
  if (print(comparison.before) === print(comparison.after)) return { ...nothing, kind: 'identical' };
  const sizes = testedSizes(comparison.alphabet);
  const exact = compareExactly(comparison, sizes, random);
  // Without a root the finite field has the last word. A root there may have the other sign than in real numbers.
  if (exact.equal === false && !exact.signs) return failed(comparison, random);
  return inRealNumbers(comparison, exact, sizes, random);
}

function inRealNumbers(
  comparison: Comparison,
  exact: Exact,
  sizes: readonly Sizes[],
  random: Random,
): Verdict {
  const disputed = exact.equal === false;
  const trial = {
    field: decimals(disputed ? manyDigits : digits),
    random,
    style: 'ordinary',
    points: exact.equal ? pointsBesideExact : pointsAlone,
    tolerance: disputed ? 1e-150 : 1e-40,
  } as const;
  let [points, error] = [0, 0];
  for (const these of sizes) {
    const tried = tryPoints(comparison, { ...trial, sizes: these });
    if (tried.difference) return failed(comparison, random, shown(comparison, tried.difference));
    if (tried.points < trial.points) return { ...nothing, kind: 'inconclusive', points };
    points += tried.points;
    error = Math.max(error, tried.error);
  }
  const { bounds, signs } = exact;
  return { ...nothing, kind: exact.equal ? 'exact' : 'numeric', bounds, signs, error, points };
}

/** Refused, with the smallest counter-example that can be found. */
export function failed(comparison: Comparison, random: Random, found?: CounterExample): Verdict {
  return { ...nothing, kind: 'fail', counterExample: smallCounterExample(comparison, random) ?? found };
}
