import { OutsideDomain } from './errors.js';
import { evaluate } from './evaluate.js';
import type { Relation } from './derivation.js';
import type { Alphabet } from './alphabet.js';
import type { Field, Style } from './fields/field.js';
import { everyPlace } from './point.js';
import type { Places, Point, Sizes } from './point.js';
import type { TestPoints } from './test-points.js';
import type { Sides } from './verdict.js';

/** What is compared: two lines with all that is needed to evaluate them. */
export interface Comparison extends Sides {
  readonly relation: Relation;
  readonly alphabet: Alphabet;
  /** The free letters. */
  readonly free: readonly string[];
  /** How many points in a row may lie outside the domain. */
  readonly patience: number;
}

/** Where two lines are compared, and how closely they have to agree. */
export interface Trial<T> {
  readonly field: Field<T>;
  readonly sizes: Sizes;
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

/** Calls `use` at points at which it has a value, `count` times if it can; it stops where `use` returns false. */
export function atPoints<T>(
  { patience }: Comparison,
  points: TestPoints,
  { field, sizes, style }: Pick<Trial<T>, 'field' | 'sizes' | 'style'>,
  count: number,
  use: (point: Point<T>) => boolean,
): number {
  let [good, outside] = [0, 0];
  for (let k = 0; good < count && outside < patience; k++) {
    try {
      const more = use(points.at(field, sizes, style, k));
      [good, outside] = [good + 1, 0];
      if (!more) break;
    } catch (error) {
      if (!(error instanceof OutsideDomain)) throw error;
      outside++;
    }
  }
  return good;
}

/** Compares two lines at random points, up to the first at which they differ. */
export function tryPoints<T>(comparison: Comparison, points: TestPoints, trial: Trial<T>): Tried<T> {
  let error = 0;
  let difference: Difference<T> | undefined;
  const good = atPoints(comparison, points, trial, trial.points, (point) => {
    const found = differenceAt(comparison, point, trial.tolerance);
    error = Math.max(error, found.error);
    difference = found.difference;
    return difference === undefined;
  });
  return { points: good, error, difference };
}

/** The first place at which the lines differ at a point, and the largest error up to there. */
export function differenceAt<T>(
  { before, after, relation, alphabet, free }: Comparison,
  point: Point<T>,
  tolerance: number,
): { readonly error: number; readonly difference: Difference<T> | undefined } {
  let error = 0;
  for (const at of everyPlace(free, alphabet, point.sizes)) {
    const [a, b] = [evaluate(before, point, at), evaluate(after, point, at)];
    const found = errorBetween(point.field, a, b, relation);
    error = Math.max(error, found);
    if (!(found <= tolerance)) return { error, difference: { point, at, before: a, after: b } };
  }
  return { error, difference: undefined };
}

/** The relative difference; of an inequality, how far it fails. Below 1e-6 numbers count as of size 1e-6. */
function errorBetween<T>(field: Field<T>, a: T, b: T, relation: Relation): number {
  const difference = field.subtract(a, b);
  const sign = field.toNumber(difference);
  if (sign === 0 || (relation === '<=' && sign < 0) || (relation === '>=' && sign > 0)) return 0;
  const larger = (c: T, d: T): T => (field.less(c, d) ? d : c);
  const scale = larger(larger(field.abs(a), field.abs(b)), field.number('0.000001'));
  return Math.abs(field.toNumber(field.divide(difference, scale)));
}
