import type { Matrix } from '../plain.js';
import { mean, variance } from '../statistics.js';
import type { LayerNormFunction } from './inputs.js';

/** What a row is multiplied by and what is added, once it is normalized. */
const scaleAndShift = (row: readonly number[], gamma: number[], beta: number[]): number[] =>
  row.map((value, c) => gamma[c] * value + beta[c]);

/** A LayerNorm whose rows are normalized by `f`. */
export function rowwise(f: (row: number[], eps: number) => number[]): LayerNormFunction {
  return (x, gamma, beta, eps) => x.map((row) => scaleAndShift(f(row, eps), gamma, beta));
}

/** A LayerNorm with its own idea of what a centred row is divided by. */
export function dividedBy(f: (row: number[], eps: number) => number): LayerNormFunction {
  return rowwise((row, eps) => {
    const [mu, divisor] = [mean(row), f(row, eps)];
    return row.map((value) => (value - mu) / divisor);
  });
}

/** x̂ as it should be. */
export function normalized(row: readonly number[], eps: number): number[] {
  const [mu, deviation] = [mean(row), Math.sqrt(variance(row) + eps)];
  return row.map((value) => (value - mu) / deviation);
}

/** A LayerNorm that is right up to x̂, with its own idea of γ and β. */
export function finished(
  f: (xhat: number, gamma: readonly number[], beta: readonly number[], c: number) => number,
): LayerNormFunction {
  return (x, gamma, beta, eps) =>
    x.map((row) => normalized(row, eps).map((value, c) => f(value, gamma, beta, c)));
}

/** Statistics over other numbers than those of the row. */
export function over(group: (x: Matrix, n: number, c: number) => number[]): LayerNormFunction {
  return (x, gamma, beta, eps) =>
    x.map((row, n) => {
      const xhat = row.map((value, c) => {
        const values = group(x, n, c);
        return (value - mean(values)) / Math.sqrt(variance(values) + eps);
      });
      return scaleAndShift(xhat, gamma, beta);
    });
}
