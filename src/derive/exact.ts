/** The exact check: both lines in a finite field, at random points. */
import { atPoints } from './agreement.js';
import type { Comparison } from './agreement.js';
import { withDefinitions } from './alphabet.js';
import { NotInThisField } from './errors.js';
import { evaluate } from './evaluate.js';
import { degrees } from './fields/degrees.js';
import { collectRoots, finite, finiteWithExponents, P } from './fields/finite.js';
import type { Residue } from './fields/finite.js';
import type { Field } from './fields/field.js';
import { exponentOf } from './exponent.js';
import type { Operation } from './expression.js';
import { everyPlace } from './point.js';
import type { Point, Sizes } from './point.js';
import type { TestPoints } from './test-points.js';
import type { Bound } from './verdict.js';

/** Without roots one point is nearly enough. A root hides a sign, which a point shows with probability ½. */
const fewPoints = 5;
const manyPoints = 12;

export interface Exact {
  /** Whether all values were equal; `undefined` where this field cannot tell. */
  readonly equal: boolean | undefined;
  readonly bounds: readonly Bound[];
  readonly signs: boolean;
}

const cannotTell: Exact = { equal: undefined, bounds: [], signs: false };

export function compareExactly(comparison: Comparison, sizes: readonly Sizes[], points: TestPoints): Exact {
  const field = contains(comparison, 'exp', 'tanh') ? finiteWithExponents : finite;
  const signs = contains(comparison, 'sqrt', 'abs');
  const bounds: Bound[] = [];
  try {
    for (const these of sizes) {
      const { equal, good, roots } = atSizes(
        comparison,
        { field, sizes: these, style: 'ordinary' },
        signs,
        points,
      );
      if (!equal) return { equal: false, bounds: [], signs };
      if (good === 0) return cannotTell;
      const bits = bitsOf(degreeOf(comparison, these, points), good, signs ? roots : 0);
      bounds.push({ sizes: these, points: good, bits });
    }
  } catch (error) {
    if (error instanceof NotInThisField) return cannotTell;
    throw error;
  }
  return bounds.every(({ bits }) => bits >= 1) ? { equal: true, bounds, signs } : cannotTell;
}

/** Whether one of these functions stands in the lines, or in what their names stand for. A half power is a root. */
function contains({ before, after, alphabet }: Comparison, ...functions: readonly string[]): boolean {
  const parts = [before, after].flatMap((side) => withDefinitions(side, alphabet));
  return parts.some(
    (part) =>
      (part.kind === 'call' && functions.includes(part.f)) ||
      (part.kind === 'operation' && part.op === '^' && functions.includes('sqrt') && isHalf(part)),
  );
}

const isHalf = (power: Operation): boolean => !Number.isInteger(exponentOf(power));

interface Found {
  readonly equal: boolean;
  /** At how many points. */
  readonly good: number;
  /** The largest number of different roots and absolute values at one point. */
  readonly roots: number;
}

function atSizes(
  { before, after, alphabet, free }: Comparison,
  where: { readonly field: Field<Residue>; readonly sizes: Sizes; readonly style: 'ordinary' },
  signs: boolean,
  points: TestPoints,
): Found {
  let [equal, roots] = [true, 0];
  const good = atPoints(points, where, signs ? manyPoints : fewPoints, (point) => {
    const met = rootsMetAt(point);
    for (const at of everyPlace(free, alphabet, where.sizes))
      equal &&= evaluate(before, point, at).p === evaluate(after, point, at).p;
    roots = Math.max(roots, met.size);
    return equal;
  });
  return { equal, good, roots };
}

const rootsAt = new WeakMap<Point<Residue>, Set<number>>();

/** The roots that were taken at a point by whatever line: from now on those of this evaluation are added. */
function rootsMetAt(point: Point<Residue>): Set<number> {
  const met = rootsAt.get(point) ?? new Set();
  rootsAt.set(point, met);
  collectRoots(met);
  return met;
}

/**
 * A wrong line passes one point with probability at most 4^roots · degree / p; with hidden signs no more than one bit is
 * claimed for a point.
 */
function bitsOf(degree: number, points: number, roots: number): number {
  const each = Math.max(0, Math.log2(P) - Math.log2(degree) - 2 * roots);
  return Math.floor(points * (roots > 0 ? Math.min(1, each) : each));
}

function degreeOf({ before, after, alphabet, free }: Comparison, sizes: Sizes, points: TestPoints): number {
  const point = points.at(degrees, sizes, 'ordinary', 0);
  let largest = 1;
  for (const at of everyPlace(free, alphabet, sizes)) {
    const difference = degrees.subtract(evaluate(before, point, at), evaluate(after, point, at));
    largest = Math.max(largest, degrees.toNumber(difference));
  }
  return largest;
}
