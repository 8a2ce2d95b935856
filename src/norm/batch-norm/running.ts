import { commonDType } from '../../tensor/dtype.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { requireShape } from '../requirements.js';
import type { BatchStatistics } from './statistics.js';

/** What is known of each channel from all batches so far, each of shape [C]. */
export interface Running {
  readonly mean: NDArray;
  /** Divided by n − 1: an estimate for the data, not for the batch. Of `l1BatchNorm` and `linfBatchNorm` it is s, as it is. */
  readonly variance: NDArray;
}

/**
 * @throws {ShapeError} if the statistics are not one number per channel.
 * @throws {TypeError} if their dtype is not that of x.
 */
export function requireRunning(op: string, { mean, variance }: Running, x: NDArray): void {
  const names = ['x', 'the running mean', 'the running variance'];
  requireShape(op, names[1], mean, x.shape.slice(1, 2));
  requireShape(op, names[2], variance, x.shape.slice(1, 2));
  commonDType(op, [x, mean, variance], names);
}

/** @throws {RangeError} if the statistics are those that a layer starts with: it would pass everything on as it came. */
export function requireMeasured(op: string, { mean, variance }: Running): void {
  if (mean.data.every((value) => value === 0) && variance.data.every((value) => value === 1))
    throw new RangeError(
      `${op}: expected running statistics from training, got those of the start, mean 0 and variance 1. Train it or load a state; recalibrate measures those of a BatchNorm`,
    );
}

/** @throws {RangeError} if the momentum is not a number from 0 to 1. */
export function requireMomentum(op: string, momentum: number): void {
  if (!(Number.isFinite(momentum) && momentum >= 0 && momentum <= 1))
    throw new RangeError(`${op}: expected momentum to be a number from 0 to 1, got ${momentum}`);
}

/**
 * Moves the running statistics towards those of a batch, in place. A batch of no samples changes nothing.
 *
 * @param correction What the second one is multiplied by: Bessel's n / (n − 1) unless said otherwise.
 */
export function updateRunning(
  running: Running,
  batch: BatchStatistics,
  momentum: number,
  correction: number = batch.n / (batch.n - 1),
): void {
  const { n, mean, rest, variance } = batch;
  if (n === 0) return;
  const [means, variances] = [running.mean.data, running.variance.data];
  for (let c = 0; c < mean.length; c++) {
    means[c] = (1 - momentum) * means[c] + momentum * (mean[c] + rest[c]); //                   (9)
    variances[c] = (1 - momentum) * variances[c] + momentum * variance[c] * correction; //        (10)
  }
}
