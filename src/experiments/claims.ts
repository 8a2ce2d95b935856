/** From records to verdicts: what a claim compares, and whether it holds. */
import type { Claim, Experiment, PresetName, Result } from './experiment.js';

/** A claim with the number that was found. */
export interface Judged {
  readonly id: string;
  readonly text: string;
  readonly threshold: Claim['threshold'];
  readonly value: number;
  readonly holds: boolean;
}

/** Which records are meant: those of an arm, of a value of the setting, of a seed. */
export type Where = Readonly<Record<string, string | number>>;

/** A claim asked for records that are not there. */
export class MissingRecords extends RangeError {
  override readonly name = 'MissingRecords';
}

/**
 * Judges every claim of an experiment on these records.
 *
 * A value of NaN never holds, nor does a claim whose records are missing: its value is NaN.
 */
export function judged(experiment: Experiment, preset: PresetName, results: readonly Result[]): Judged[] {
  return experiment.claims(preset).map((claim) => judgedClaim(claim, results));
}

/** Judges one claim. */
export function judgedClaim(claim: Claim, results: readonly Result[]): Judged {
  const { id, text, threshold } = claim;
  const value = valueOf(claim, results) ?? NaN;
  return { id, text, threshold, value, holds: holds(claim, value) };
}

/** The number that a claim compares, or undefined where its records are missing. */
export function valueOf(claim: Claim, results: readonly Result[]): number | undefined {
  try {
    return claim.value(results);
  } catch (error) {
    if (error instanceof MissingRecords) return undefined;
    throw error;
  }
}

/** What rounding does to a value, in parts of it: 3.6 % over 2 % comes out as 1.7999999999999998. */
const rounding = 1e-12;
const isAtLeast = (value: number, bound: number): boolean => value >= bound - rounding * Math.abs(bound);
const isAtMost = (value: number, bound: number): boolean => isAtLeast(-value, -bound);

/** Whether a value is on the right side of the threshold; the threshold itself is, but for rounding. NaN never is. */
export function holds(
  { id, relation, threshold }: Pick<Claim, 'id' | 'relation' | 'threshold'>,
  value: number,
): boolean {
  if (typeof threshold === 'number') {
    if (relation !== 'between') return (relation === 'at least' ? isAtLeast : isAtMost)(value, threshold);
  } else if (relation === 'between') return isAtLeast(value, threshold[0]) && isAtMost(value, threshold[1]);
  throw new TypeError(`${id}: expected one number behind "at least" and "at most", two behind "between"`);
}

/**
 * The numbers of a metric in the records that are meant, in the order of the records.
 *
 * @param metric Its name, or how to get a number from a record: `({ metrics }) => metrics.hidden[3]`.
 * @throws {MissingRecords} if there are none.
 * @throws {TypeError} if one of them is not a number.
 */
export function valuesOver(
  results: readonly Result[],
  where: Where,
  metric: string | ((result: Result) => unknown),
): number[] {
  const meant = results.filter(matching(where));
  if (meant.length === 0)
    throw new MissingRecords(`valuesOver: expected records of ${spelled(where)}, got none`);
  return meant.map((result) => {
    const value = typeof metric === 'string' ? result.metrics[metric] : metric(result);
    if (typeof value === 'number') return value;
    throw new TypeError(`valuesOver: expected a number for ${String(metric)} of ${spelled(where)}`);
  });
}

/**
 * Whether a record is meant: for the `where` of a planted deviation.
 *
 * @example
 * matching({ arm: 'post', depth: 12 });
 */
export function matching(where: Where): (result: Result) => boolean {
  const wanted = Object.entries(where);
  return ({ arm, seed, setting }) =>
    wanted.every(([key, want]) => (key === 'arm' ? arm : key === 'seed' ? seed : setting[key]) === want);
}

const spelled = (where: Where): string =>
  Object.entries(where)
    .map(([key, want]) => `${key} ${want}`)
    .join(', ');

/**
 * The median over seeds of a metric. A run whose metric became NaN has diverged: it counts as infinitely bad.
 *
 * @throws {MissingRecords} if no record is meant.
 * @example
 * medianOver(results, { arm: 'post', depth: 12 }, 'evalLoss');
 */
export function medianOver(
  results: readonly Result[],
  where: Where,
  metric: string | ((result: Result) => unknown),
): number {
  return median(valuesOver(results, where, metric).map(divergedIsInfinite));
}

/** A loss or an error that became NaN is infinitely bad. */
export function divergedIsInfinite(value: number): number {
  return Number.isNaN(value) ? Infinity : value;
}

/**
 * The middle of some numbers, or the mean of the two in the middle.
 *
 * @throws {RangeError} if there are none.
 * @example
 * median([3, 1, 2, 9]); // 2.5
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median: expected at least one number, got none');
  const sorted = [...values].sort((a, b) => a - b || 0);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
