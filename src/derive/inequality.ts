import { differenceAt, tryPoints } from './agreement.js';
import type { Comparison, Difference } from './agreement.js';
import { testedSizes } from './alphabet.js';
import { shown, smallCounterExample } from './counter-example.js';
import { decimals } from './fields/decimals.js';
import { float64 } from './fields/float64.js';
import type { Style } from './fields/field.js';
import { pointAt } from './point.js';
import type { TestPoints } from './test-points.js';
import type { Verdict } from './verdict.js';

/** Many points, since a wrong inequality may fail in few places only: also small whole ones, and ones of very different size. */
const rounds: readonly (readonly [Style, number])[] = [
  ['small', 100],
  ['scales', 300],
];
const pointsInDecimals = 20;
const tolerance = 1e-30;

/** Tries an inequality at many points. That tests it; it is no proof, and says nothing of how tight it is. */
export function holdsEverywhereTried(comparison: Comparison, points: TestPoints): Verdict {
  const field = decimals(64);
  let [count, error] = [0, 0];
  for (const sizes of testedSizes(comparison.alphabet)) {
    const trial = { field, sizes, style: 'ordinary', points: pointsInDecimals, tolerance } as const;
    const tried = tryPoints(comparison, points, trial);
    if (tried.difference) return refused(comparison, tried.difference, points);
    if (tried.points === 0) return verdict('inconclusive', 0, 0);
    [count, error] = [count + tried.points, Math.max(error, tried.error)];
    for (const [style, many] of rounds) {
      const quick = tryPoints(comparison, points, {
        field: float64,
        sizes,
        style,
        points: many,
        tolerance: 1e-9,
      });
      const real = quick.difference && confirmed(comparison, quick.difference);
      if (real) return refused(comparison, real, points);
      count += quick.points;
    }
  }
  return verdict('tested', count, error);
}

/** The same point with 64 digits: what float64 sees may be rounding. */
function confirmed(comparison: Comparison, { point }: Difference<number>): Difference<unknown> | undefined {
  const field = decimals(64);
  const values = [...point.values].map(
    ([name, entries]) => [name, entries.map((entry) => field.number(String(entry)))] as const,
  );
  const there = pointAt(field, comparison.alphabet, point.sizes, new Map(values));
  return differenceAt(comparison, there, tolerance).difference;
}

function refused<T>(comparison: Comparison, difference: Difference<T>, points: TestPoints): Verdict {
  const counterExample = smallCounterExample(comparison, points) ?? shown(comparison, difference);
  return { ...verdict('fail', 0, 0), counterExample };
}

const verdict = (kind: Verdict['kind'], points: number, error: number): Verdict => ({
  kind,
  bounds: [],
  signs: false,
  error,
  points,
  counterExample: undefined,
});
