/** What checkers of rows are made of. */
import type { Matrix } from '../../arrays/plain.js';
import type { Checker } from './outputs.js';

export const isNear = (a: number, b: number, tolerance = 2e-3): boolean => Math.abs(a - b) <= tolerance;
export const rows =
  (judge: (row: number[]) => boolean): Checker =>
  (y) =>
    y.every(judge);
export const columns = (y: Matrix): Matrix => y[0].map((_, c) => y.map((row) => row[c]));
