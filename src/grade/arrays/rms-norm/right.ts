/** RMSNorms over arrays that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import type { Matrix } from '../plain.js';
import { dot, meanSquare } from '../statistics.js';
import type { RmsNormFunction } from './inputs.js';

/** The definition. */
export const reference: RmsNormFunction = (x, gamma, eps) =>
  x.map((row) => {
    const r = 1 / Math.sqrt(meanSquare(row) + eps);
    return row.map((value, c) => gamma[c] * value * r);
  });

const loops: RmsNormFunction = (x, gamma, eps) => {
  const y: Matrix = [];
  for (const row of x) {
    let squares = 0;
    for (let c = row.length - 1; c >= 0; c--) squares += row[c] * row[c];
    const root = Math.sqrt(squares / row.length + eps);
    y.push(row.map((value, c) => (value / root) * gamma[c]));
  }
  return y;
};

/** By the length of the row: √C · x / |x|, with ε where it belongs. */
const byLength: RmsNormFunction = (x, gamma, eps) =>
  x.map((row) => {
    const C = row.length;
    const length = Math.sqrt(dot(row, row) + C * eps);
    return row.map((value, c) => (gamma[c] * value * Math.sqrt(C)) / length);
  });

/** By the largest number first, so that no square is huge. */
const byLargest: RmsNormFunction = (x, gamma, eps) =>
  x.map((row) => {
    const largest = Math.max(Math.sqrt(eps), ...row.map(Math.abs));
    const near = row.map((value) => value / largest);
    const root = Math.sqrt(meanSquare(near) + eps / largest / largest);
    return near.map((value, c) => (gamma[c] * value) / root);
  });

/** Five right ones. */
export const rightRmsNorms: readonly RightVersion<RmsNormFunction>[] = [
  { name: 'the definition', candidate: reference },
  { name: 'loops', candidate: loops },
  { name: 'by the length of the row', candidate: byLength },
  { name: 'by the largest number first', candidate: byLargest },
  {
    name: 'rows that are typed arrays',
    candidate: (...inputs) => reference(...inputs).map((row) => Float64Array.from(row)) as unknown as Matrix,
  },
];
