/** The exact check: both lines in a finite field, at random points. */
import { atPoints } from './agreement.js';
import type { Comparison } from './agreement.js';
import { withDefinitions } from './alphabet.js';
import { NotInThisField } from './errors.js';
import { evaluate } from './evaluate.js';
import { degrees } from './fields/degrees.js';
import { finite, finiteWithExponents, P } from './fields/finite.js';
import { everyPlace } from './point.js';
import type { Sizes } from './point.js';
import { countRoots, hiddenSigns, radicandsOf } from './signs.js';
import type { TestPoints } from './test-points.js';
import type { Bound } from './verdict.js';

/** One point is nearly enough where no sign is hidden. */
const points = 5;
/** Where signs are hidden, so many points that a wrong line passes less often than this; but no more than `most`. */
export const wantedBits = 12;
const most = 64;
/** Fewer bits than this do not make a verdict. */
const fewestBits = 8;

export interface Exact {
  /** Whether all values were equal; `undefined` where this field cannot tell. */
  readonly equal: boolean | undefined;
  readonly bounds: readonly Bound[];
  /** How many signs roots and absolute values hide. */
  readonly signs: number;
}

export function compareExactly(comparison: Comparison, sizes: readonly Sizes[], where: TestPoints): Exact {
  const { alphabet } = comparison;
  const radicands = radicandsOf(comparison);
  const signsAt = sizes.map((these) => hiddenSigns(radicands, alphabet, these));
  const signs = Math.max(...signsAt);
  try {
    const bounds: Bound[] = [];
    for (const [k, these] of sizes.entries()) {
      const { equal, good } = equalAt(comparison, these, pointsFor(signsAt[k]), where);
      if (!equal) return { signs, equal: false, bounds: [] };
      const degree = degreeOf(comparison, these, where);
      const roots = countRoots(radicands, alphabet, these);
      bounds.push({ sizes: these, points: good, bits: bitsOf({ degree, roots, signs: signsAt[k], good }) });
    }
    const enough = bounds.every(({ bits }) => bits >= fewestBits);
    return enough ? { signs, equal: true, bounds } : { signs, equal: undefined, bounds: [] };
  } catch (error) {
    if (error instanceof NotInThisField) return { signs, equal: undefined, bounds: [] };
    throw error;
  }
}

/** How many bits one point is worth where so many signs are hidden: it shows their right choice once in 2^signs. */
export const bitsOfSigns = (signs: number): number => -Math.log2(1 - 2 ** -signs);

const pointsFor = (signs: number): number =>
  signs === 0 ? points : Math.min(most, Math.ceil(wantedBits / bitsOfSigns(signs)));

interface Counts {
  readonly degree: number;
  readonly roots: number;
  readonly signs: number;
  readonly good: number;
}

/**
 * A wrong line passes one point with probability at most 4^roots · degree / p: twice the conjugates for each root, and only
 * one point in 2^roots has all of them.
 */
function bitsOf({ degree, roots, signs, good }: Counts): number {
  const each = Math.max(0, Math.log2(P) - Math.log2(degree) - 2 * roots);
  return Math.floor(good * (signs > 0 ? Math.min(bitsOfSigns(signs), each) : each));
}

function equalAt(
  comparison: Comparison,
  sizes: Sizes,
  count: number,
  where: TestPoints,
): { readonly equal: boolean; readonly good: number } {
  const { before, after, alphabet, free } = comparison;
  const field = hasExponents(comparison) ? finiteWithExponents : finite;
  let equal = true;
  const good = atPoints(comparison, where, { field, sizes, style: 'ordinary' }, count, (point) => {
    const places = everyPlace(free, alphabet, sizes);
    equal = places.every((at) => evaluate(before, point, at).p === evaluate(after, point, at).p);
    return equal;
  });
  return { equal, good };
}

/** Whether exp or tanh stands in the lines, or in what their names stand for. */
function hasExponents({ before, after, alphabet }: Comparison): boolean {
  return [before, after]
    .flatMap((side) => withDefinitions(side, alphabet))
    .some((part) => part.kind === 'call' && (part.f === 'exp' || part.f === 'tanh'));
}

function degreeOf({ before, after, alphabet, free }: Comparison, sizes: Sizes, where: TestPoints): number {
  const point = where.at(degrees, sizes, 'ordinary', 0);
  const differences = everyPlace(free, alphabet, sizes).map((at) =>
    degrees.toNumber(degrees.subtract(evaluate(before, point, at), evaluate(after, point, at))),
  );
  return Math.max(1, ...differences);
}
