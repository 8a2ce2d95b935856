import type { NDArray } from '../../tensor/ndarray.js';
import { layoutOf } from '../channels.js';

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
 */
export function batchStatistics(x: NDArray): BatchStatistics {
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
