/** LayerNorms over arrays that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import type { Matrix } from '../plain.js';
import { centre, mean, meanSquare, sum } from '../statistics.js';
import type { LayerNormFunction } from './inputs.js';

/** The corrected two-pass form. */
export const reference: LayerNormFunction = (x, gamma, beta, eps) =>
  x.map((row) => {
    const centred = centre(row);
    const rstd = 1 / Math.sqrt(meanSquare(centred) + eps);
    return centred.map((value, c) => gamma[c] * value * rstd + beta[c]);
  });

const loops: LayerNormFunction = (x, gamma, beta, eps) => {
  const y: Matrix = [];
  for (const row of x) {
    let [total, squares] = [0, 0];
    for (const value of row) total += value;
    const mu = total / row.length;
    for (const value of row) squares += (value - mu) * (value - mu);
    const deviation = Math.sqrt(squares / row.length + eps);
    y.push(row.map((value, c) => ((value - mu) / deviation) * gamma[c] + beta[c]));
  }
  return y;
};

/** One number at a time: mean and sum of squares are brought up to date with each (Welford, 1962). */
const welford: LayerNormFunction = (x, gamma, beta, eps) =>
  x.map((row) => {
    let [mu, squares] = [0, 0];
    row.forEach((value, i) => {
      const before = value - mu;
      mu += before / (i + 1);
      squares += before * (value - mu);
    });
    const deviation = Math.sqrt(squares / row.length + eps);
    return row.map((value, c) => (gamma[c] * (value - mu)) / deviation + beta[c]);
  });

/** A difference of squares is exact enough once the first number of the row is subtracted. */
const shifted: LayerNormFunction = (x, gamma, beta, eps) =>
  x.map((row) => {
    const near = row.map((value) => value - row[0]);
    const mu = mean(near);
    const rstd = 1 / Math.sqrt(Math.max(0, meanSquare(near) - mu * mu) + eps);
    return near.map((value, c) => (value - mu) * rstd * gamma[c] + beta[c]);
  });

/** Centring is multiplication by I − 11ᵀ/C. */
const matrix: LayerNormFunction = (x, gamma, beta, eps) =>
  x.map((row) => {
    const C = row.length;
    const centred = row.map((_, i) => sum(row.map((value, j) => value * ((i === j ? 1 : 0) - 1 / C))));
    const norm = Math.sqrt(sum(centred.map((value) => value * value)) / C + eps);
    return centred.map((value, c) => gamma[c] * (value / norm) + beta[c]);
  });

const typedArrays: LayerNormFunction = (x, gamma, beta, eps) =>
  x.map((numbers) => {
    const row = Float64Array.from(numbers);
    const mu = row.reduce((a, b) => a + b, 0) / row.length;
    const centred = row.map((value) => value - mu);
    const rstd = (centred.reduce((a, b) => a + b * b, 0) / row.length + eps) ** -0.5;
    return Array.from(centred, (value, c) => value * rstd * gamma[c] + beta[c]);
  });

/** Seven right ones. */
export const rightLayerNorms: readonly RightVersion<LayerNormFunction>[] = [
  { name: 'two passes, corrected', candidate: reference },
  { name: 'loops', candidate: loops },
  { name: 'Welford', candidate: welford },
  { name: 'shifted', candidate: shifted },
  { name: 'centring matrix', candidate: matrix },
  { name: 'typed arrays', candidate: typedArrays },
  {
    name: 'rows that are typed arrays',
    candidate: (...inputs) => reference(...inputs).map((row) => Float64Array.from(row)) as unknown as Matrix,
  },
];
