import type { NDArray } from '../../tensor/ndarray.js';
import { channelOf } from '../channels.js';

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
  const [{ data }, C, channel] = [x, x.shape[1], channelOf(x.shape)];
  const n = data.length / C;
  const [mean, rest, variance] = [new Float64Array(C), new Float64Array(C), new Float64Array(C)];
  for (let start = 0; start < data.length; start += channel.length)
    for (let i = 0; i < channel.length; i++) mean[channel[i]] += data[start + i];
  for (let c = 0; c < C; c++) mean[c] /= n; //                                            (1)
  for (let start = 0; start < data.length; start += channel.length)
    for (let i = 0; i < channel.length; i++) {
      const c = channel[i];
      const d = data[start + i] - mean[c];
      rest[c] += d;
      variance[c] += d * d;
    }
  for (let c = 0; c < C; c++) {
    rest[c] /= n;
    variance[c] = Math.max(0, variance[c] / n - rest[c] * rest[c]); //                    (2)
  }
  return { n, mean, rest, variance };
}
