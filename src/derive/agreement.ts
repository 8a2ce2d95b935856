import { OutsideDomain } from './errors.js';
import { evaluate } from './evaluate.js';
import type { Places } from './evaluate.js';
import type { Relation } from './derivation.js';
import type { Alphabet } from './alphabet.js';
import type { Field, Style } from './fields/field.js';
import { drawPoint, places } from './point.js';
import type { Point, Sizes } from './point.js';
import type { Random } from './random.js';
import type { Sides } from './verdict.js';

/** What is compared: two lines with all that is needed to evaluate them. */
export interface Comparison extends Sides {
  readonly relation: Relation;
  readonly alphabet: Alphabet;
  /** The free letters. */
  readonly free: readonly string[];
}

/** Where two lines are compared in real numbers, and how closely they have to agree. */
export interface Trial<T> {
  readonly field: Field<T>;
  readonly sizes: Sizes;
  readonly random: Random;
  readonly style: Style;
  readonly points: number;
  readonly tolerance: number;
}

export interface Difference<T> {
  readonly point: Point<T>;
  readonly at: Places;
  readonly before: T;
  readonly after: T;
}

export interface Tried<T> {
  /** How many points had a value on both sides. */
  readonly points: number;
  readonly error: number;
  readonly difference: Difference<T> | undefined;
}

/** How often another point is drawn where one lies outside the domain. */
const mostDraws = 400;

/** A point at which `use` works; nothing if none was found. */
export function atSomePoint<T, R>(draw: () => Point<T>, use: (point: Point<T>) => R): R | undefined {
  for (let k = 0; k < mostDraws; k++) {
    try {
      return use(draw());
    } catch (error) {
      if (!(error instanceof OutsideDomain)) throw error;
    }
  }
  return undefined;
}

/** Compares two lines at random points, up to the first at which they differ. */
export function tryPoints<T>(comparison: Comparison, trial: Trial<T>): Tried<T> {
  const { field, sizes, random, style, points, tolerance } = trial;
  let [good, error] = [0, 0];
  for (let k = 0; k < points; k++) {
    const found = atSomePoint(
      () => drawPoint(field, comparison.alphabet, sizes, random, style),
      (point) => differenceAt(comparison, point, tolerance),
    );
    if (!found) break;
    good++;
    if (found.difference) return { points: good, error: found.error, difference: found.difference };
    error = Math.max(error, found.error);
  }
  return { points: good, error, difference: undefined };
}

/** The first place at which the lines differ at a point, and the largest error up to there. */
export function differenceAt<T>(
  { before, after, relation, alphabet, free }: Comparison,
  point: Point<T>,
  tolerance: number,
): { readonly error: number; readonly difference: Difference<T> | undefined } {
  let error = 0;
  for (const at of places(free, alphabet, point.sizes)) {
    const [a, b] = [evaluate(before, point, at), evaluate(after, point, at)];
    const found = errorBetween(point.field, a, b, relation);
    error = Math.max(error, found);
    if (!(found <= tolerance)) return { error, difference: { point, at, before: a, after: b } };
  }
  return { error, difference: undefined };
}

/** The relative difference; of an inequality, how far it fails. Below 1e-6 numbers count as of size 1e-6. */
function errorBetween<T>(field: Field<T>, a: T, b: T, relation: Relation): number {
  const difference = field.toNumber(field.subtract(a, b));
  const scale = Math.max(Math.abs(field.toNumber(a)), Math.abs(field.toNumber(b)), 1e-6);
  if (relation === '=') return Math.abs(difference) / scale;
  return Math.max(0, relation === '<=' ? difference : -difference) / scale;
}
