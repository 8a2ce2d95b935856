import type { Storage } from './dtype.js';
import type { NDArray } from './ndarray.js';

/** One row of a matrix: a view, so writing to it writes to the matrix. */
export type Row = Storage;

/** An array read as rows of C numbers. */
export interface Rows {
  /** How many rows there are. */
  readonly count: number;
  /** The length of a row. */
  readonly C: number;
  /** The n-th row. */
  row(n: number): Row;
}

/** Reads x of shape [..., C] as rows of its last axis, or of its last axes together where they hold C numbers. */
export function rowsOf(x: NDArray, C: number = x.shape[x.shape.length - 1] ?? 1): Rows {
  const { data } = x;
  return { count: C === 0 ? 0 : data.length / C, C, row: (n) => data.subarray(n * C, (n + 1) * C) };
}

export function mean(row: Row): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i];
  return sum / row.length;
}

/**
 * Writes row − mean into `out`, which is float64.
 *
 * The mean of a row far from zero is itself rounded, so what is left still has a small mean: it is measured and taken
 * off as well: a row at 10⁸ keeps the digits that plain subtraction loses. This is the corrected two-pass algorithm
 * (Chan, Golub and LeVeque, 1983, "Algorithms for computing the sample variance").
 *
 * @example
 * centre(Float64Array.of(1, 2, 3), new Float64Array(3)); // [-1, 0, 1]
 */
export function centre(row: Row, out: Float64Array): Float64Array {
  const m = mean(row);
  let left = 0;
  for (let i = 0; i < row.length; i++) left += out[i] = row[i] - m;
  left /= row.length;
  for (let i = 0; i < row.length; i++) out[i] -= left;
  return out;
}

/** The mean of the squares. Of a centred row it is the variance, divided by C and not by C − 1. */
export function meanSquare(row: Row): number {
  return dot(row, row) / row.length;
}

export function dot(a: Row, b: Row): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
