import { tryPoints } from './agreement.js';
import type { Comparison } from './agreement.js';
import { testedSizes } from './alphabet.js';
import { shown, smallCounterExample } from './counter-example.js';
import { bitsOfSigns, compareExactly, wantedBits } from './exact.js';
import type { Exact } from './exact.js';
import { decimals } from './fields/decimals.js';
import { holdsEverywhereTried } from './inequality.js';
import { print } from './print.js';
import type { Sizes } from './point.js';
import type { TestPoints } from './test-points.js';
import { sweep } from './sweep.js';
import { nothingFound } from './verdict.js';
import type { CounterExample, Verdict } from './verdict.js';

const digits = 64;
/** Where the finite field and 64 digits disagree, so many digits decide. */
const manyDigits = 200;
const pointsBesideExact = 1;
const pointsAlone = 8;
/** So many points in float64 make up for signs that neither the finite field nor a few points can show. */
const mostSwept = 400;

/**
 * Whether one line follows from another: exactly where that is possible, to 64 digits always.
 *
 * @param points Where: the same points make the same verdict.
 */
export function compare(comparison: Comparison, points: TestPoints): Verdict {
  if (comparison.relation !== '=') return holdsEverywhereTried(comparison, points);
  if (print(comparison.before) === print(comparison.after)) return { ...nothingFound, kind: 'identical' };
  const sizes = testedSizes(comparison.alphabet);
  const exact = compareExactly(comparison, sizes, points);
  // Where no sign is hidden the finite field has the last word. A hidden one may be another there than in real numbers.
  if (exact.equal === false && exact.signs === 0) return failed(comparison, points);
  return inRealNumbers(comparison, exact, sizes, points);
}

function inRealNumbers(
  comparison: Comparison,
  exact: Exact,
  sizes: readonly Sizes[],
  points: TestPoints,
): Verdict {
  const disputed = exact.equal === false;
  const trial = {
    field: decimals(disputed ? manyDigits : digits),
    style: 'ordinary',
    points: exact.equal ? pointsBesideExact : pointsAlone,
    tolerance: disputed ? 1e-150 : 1e-40,
  } as const;
  let [count, error] = [0, 0];
  for (const these of sizes) {
    const tried = tryPoints(comparison, points, { ...trial, sizes: these });
    if (tried.difference) return failed(comparison, points, shown(comparison, tried.difference));
    if (tried.points < trial.points) return { ...nothingFound, kind: 'inconclusive', points: count };
    count += tried.points;
    error = Math.max(error, tried.error);
    if (exact.equal || exact.signs === 0) continue;
    const many = Math.min(mostSwept, Math.ceil(wantedBits / bitsOfSigns(exact.signs)));
    const swept = sweep(comparison, points, { sizes: these, style: 'ordinary', count: many });
    if (swept.difference) return failed(comparison, points, shown(comparison, swept.difference));
    count += swept.points;
  }
  const { bounds, signs } = exact;
  return { ...nothingFound, kind: exact.equal ? 'exact' : 'numeric', bounds, signs, error, points: count };
}

/** Refused, with the smallest counter-example that can be found; `inconclusive` if there is no real point at all. */
function failed(comparison: Comparison, points: TestPoints, found?: CounterExample): Verdict {
  const counterExample =
    smallCounterExample(comparison, points) ?? found ?? anyDifference(comparison, points);
  return counterExample === 'no point'
    ? { ...nothingFound, kind: 'inconclusive' }
    : { ...nothingFound, kind: 'fail', counterExample };
}

function anyDifference(comparison: Comparison, points: TestPoints): CounterExample | 'no point' | undefined {
  const field = decimals(manyDigits);
  for (const sizes of testedSizes(comparison.alphabet)) {
    const trial = { field, sizes, style: 'ordinary', points: 1, tolerance: 0 } as const;
    const { difference, points: good } = tryPoints(comparison, points, trial);
    if (difference) return shown(comparison, difference);
    if (good === 0) return 'no point';
  }
  return undefined;
}
