import type { NDArray } from '../../tensor/ndarray.js';
import { layoutOf } from '../channels.js';
import { requireChannels } from '../requirements.js';

/** Mean and variance of every channel over a batch. */
export interface BatchStatistics {
  /** How many numbers of the batch share one channel: n. */
  readonly n: number;
  readonly mean: Float64Array;
  /** What rounding left of the mean once it was taken off: x − mean − rest is centred. */
  readonly rest: Float64Array;
  /** Divided by n. */
  readonly variance: Float64Array;
}

/**
 * The statistics of each channel of x, of shape [N, C, ...], by the corrected two-pass algorithm (Chan, Golub and
 * LeVeque, 1983). All channels are summed side by side, so that memory is walked in its own order.
 *
 * @throws {ShapeError} if x has no channels.
 * @example
 * batchStatistics(tensor([[1, 20], [3, 10]])).mean; // [2, 15]
 */
export function batchStatistics(x: NDArray): BatchStatistics {
  requireChannels('batchStatistics', x);
  const { data } = x;
  const { N, C, positions } = layoutOf(x.shape);
  const n = N * positions;
  const [mean, rest, variance] = [new Float64Array(C), new Float64Array(C), new Float64Array(C)];
  for (let sample = 0, k = 0; sample < N; sample++)
    for (let c = 0; c < C; c++) for (const end = k + positions; k < end; k++) mean[c] += data[k];
  for (let c = 0; c < C; c++) mean[c] /= n; //                                             (1)
  for (let sample = 0, k = 0; sample < N; sample++)
    for (let c = 0; c < C; c++)
      for (const end = k + positions; k < end; k++) {
        const d = data[k] - mean[c];
        rest[c] += d;
        variance[c] += d * d;
      }
  for (let c = 0; c < C; c++) {
    rest[c] /= n;
    variance[c] = Math.max(0, variance[c] / n - rest[c] * rest[c]); //                     (2)
  }
  return { n, mean, rest, variance };
}

/**
 * The statistics of several parts of a batch taken together, from those of each part alone.
 *
 *     n = Σ nₖ,   μ = Σ nₖ μₖ / n,   σ² = Σ nₖ (σₖ² + (μₖ − μ)²) / n
 *
 * Source: Chan, Golub and LeVeque (1983), "Algorithms for computing the sample variance", for any number of parts.
 *
 * @param parts Statistics of the same channels.
 * @example
 * const parts = [[[1], [3]], [[5], [7], [9]]].map((part) => batchStatistics(tensor(part)));
 * mergedStatistics(parts).variance; // that of 1, 3, 5, 7 and 9: [8]
 */
export function mergedStatistics(parts: readonly BatchStatistics[]): BatchStatistics {
  const n = parts.reduce((total, part) => total + part.n, 0);
  const [mean, rest, variance] = [0, 0, 0].map(() => new Float64Array(parts[0]?.mean.length ?? 0));
  for (let c = 0; c < mean.length; c++) {
    for (const part of parts) mean[c] += (part.n / n) * part.mean[c];
    for (const part of parts) rest[c] += (part.n / n) * (part.mean[c] - mean[c] + part.rest[c]);
    for (const part of parts) {
      const apart = part.mean[c] - mean[c] + part.rest[c] - rest[c];
      variance[c] += (part.n / n) * (part.variance[c] + apart * apart);
    }
  }
  return { n, mean, rest, variance };
}
