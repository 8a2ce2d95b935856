/** The exact check: both lines in a finite field, at random points. */
import { atSomePoint } from './agreement.js';
import type { Comparison } from './agreement.js';
import { NotInThisField } from './errors.js';
import { evaluate } from './evaluate.js';
import { degrees } from './fields/degrees.js';
import { finite, metRoots, P } from './fields/finite.js';
import { drawPoint, places } from './point.js';
import type { Sizes } from './point.js';
import type { Random } from './random.js';
import type { Bound } from './verdict.js';

/** Without roots one point is nearly enough. A root hides a sign, which a point shows with probability ½. */
const fewPoints = 5;
const manyPoints = 16;

export interface Exact {
  /** Whether all values were equal; `undefined` where this field cannot tell. */
  readonly equal: boolean | undefined;
  readonly bounds: readonly Bound[];
  readonly signs: boolean;
}

const cannotTell: Exact = { equal: undefined, bounds: [], signs: false };

export function compareExactly(comparison: Comparison, sizes: readonly Sizes[], random: Random): Exact {
  try {
    const bounds: Bound[] = [];
    let signs = false;
    for (const these of sizes) {
      const found = atSizes(comparison, these, random);
      if (found === undefined) return cannotTell;
      signs ||= found.roots > 0;
      if (!found.equal) return { equal: false, bounds: [], signs };
      bounds.push({ sizes: these, points: found.points, bits: bitsOf(comparison, these, found, random) });
    }
    return bounds.every(({ bits }) => bits >= 1) ? { equal: true, bounds, signs } : cannotTell;
  } catch (error) {
    if (error instanceof NotInThisField) return cannotTell;
    throw error;
  }
}

interface Found {
  readonly equal: boolean;
  readonly points: number;
  /** The largest number of different roots and absolute values at one point. */
  readonly roots: number;
}

function atSizes(
  { before, after, alphabet, free }: Comparison,
  sizes: Sizes,
  random: Random,
): Found | undefined {
  let [points, roots] = [0, 0];
  for (let wanted = fewPoints; points < wanted; points++) {
    const equal = atSomePoint(
      () => (metRoots.clear(), drawPoint(finite, alphabet, sizes, random)),
      (point) => {
        for (const at of places(free, alphabet, sizes))
          if (evaluate(before, point, at).p !== evaluate(after, point, at).p) return false;
        return true;
      },
    );
    if (equal === undefined) return undefined;
    roots = Math.max(roots, metRoots.size);
    if (!equal) return { equal, points, roots };
    if (roots > 0) wanted = manyPoints;
  }
  return { equal: true, points, roots };
}

/**
 * A wrong line passes one point with probability at most 4^roots · degree / p; with hidden signs no more than one bit is
 * claimed for a point.
 */
function bitsOf(comparison: Comparison, sizes: Sizes, { points, roots }: Found, random: Random): number {
  const degree = degreeOf(comparison, sizes, random);
  const each = Math.max(0, Math.log2(P) - Math.log2(degree) - 2 * roots);
  return Math.floor(points * (roots > 0 ? Math.min(1, each) : each));
}

function degreeOf({ before, after, alphabet, free }: Comparison, sizes: Sizes, random: Random): number {
  const point = drawPoint(degrees, alphabet, sizes, random);
  let largest = 1;
  for (const at of places(free, alphabet, sizes)) {
    const difference = degrees.subtract(evaluate(before, point, at), evaluate(after, point, at));
    largest = Math.max(largest, degrees.toNumber(difference));
  }
  return largest;
}
