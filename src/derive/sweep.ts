import { atPoints, differenceAt } from './agreement.js';
import type { Comparison, Difference } from './agreement.js';
import { decimals } from './fields/decimals.js';
import type { Style } from './fields/field.js';
import { float64 } from './fields/float64.js';
import type { Decimal } from './mathjs.js';
import { pointAt } from './point.js';
import type { Point, Sizes } from './point.js';
import type { TestPoints } from './test-points.js';

/** What float64 takes for a difference, for a first look. */
const suspicious = 1e-9;
/** What 64 digits take for one. */
const certain = 1e-30;

export interface Swept {
  readonly points: number;
  readonly difference: Difference<Decimal> | undefined;
}

/** Many points in float64, quickly; a difference counts once 64 digits confirm it. */
export function sweep(
  comparison: Comparison,
  points: TestPoints,
  { sizes, style, count }: { readonly sizes: Sizes; readonly style: Style; readonly count: number },
): Swept {
  let difference: Difference<Decimal> | undefined;
  const good = atPoints(comparison, points, { field: float64, sizes, style }, count, (point) => {
    const seen = differenceAt(comparison, point, suspicious).difference;
    difference = seen && confirmed(comparison, point);
    return difference === undefined;
  });
  return { points: good, difference };
}

/** The same point with 64 digits: what float64 sees may be rounding. */
function confirmed(comparison: Comparison, point: Point<number>): Difference<Decimal> | undefined {
  const field = decimals(64);
  const values = [...point.values].map(
    ([name, entries]) => [name, entries.map((entry) => field.number(String(entry)))] as const,
  );
  const there = pointAt(field, comparison.alphabet, point.sizes, new Map(values));
  return differenceAt(comparison, there, certain).difference;
}
