import { tryPoints } from './agreement.js';
import type { Comparison, Difference } from './agreement.js';
import { testedSizes } from './alphabet.js';
import { shown, smallCounterExample } from './counter-example.js';
import { decimals } from './fields/decimals.js';
import type { Style } from './fields/field.js';
import type { Decimal } from './mathjs.js';
import { sweep } from './sweep.js';
import type { TestPoints } from './test-points.js';
import { nothingFound } from './verdict.js';
import type { Verdict } from './verdict.js';

/** Many points, since a wrong inequality may fail in few places only: also small whole ones, and ones of very different size. */
const rounds: readonly { readonly style: Style; readonly count: number }[] = [
  { style: 'small', count: 100 },
  { style: 'scales', count: 300 },
];

/** Tries an inequality at many points. That tests it; it is no proof, and says nothing of how tight it is. */
export function holdsEverywhereTried(comparison: Comparison, points: TestPoints): Verdict {
  const refused = (difference: Difference<Decimal>): Verdict => ({
    ...nothingFound,
    kind: 'fail',
    counterExample: smallCounterExample(comparison, points) ?? shown(comparison, difference),
  });
  let [count, error] = [0, 0];
  for (const sizes of testedSizes(comparison.alphabet)) {
    const trial = { field: decimals(64), sizes, style: 'ordinary', points: 20, tolerance: 1e-30 } as const;
    const tried = tryPoints(comparison, points, trial);
    if (tried.difference) return refused(tried.difference);
    if (tried.points === 0) return { ...nothingFound, kind: 'inconclusive' };
    count += tried.points;
    error = Math.max(error, tried.error);
    for (const round of rounds) {
      const swept = sweep(comparison, points, { sizes, ...round });
      if (swept.difference) return refused(swept.difference);
      count += swept.points;
    }
  }
  return { ...nothingFound, kind: 'tested', points: count, error };
}
