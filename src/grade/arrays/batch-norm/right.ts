/** BatchNorms over arrays that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import { centre, mean, meanSquare, sum } from '../statistics.js';
import type { BatchNormFunction } from './inputs.js';
import { batchNormWith } from './lines.js';

/** Corrected two-pass statistics, column by column. */
export const reference: BatchNormFunction = batchNormWith({
  statistics: (column) => ({
    mean: mean(column) + mean(column.map((value) => value - mean(column))),
    variance: meanSquare(centre(column)),
  }),
});

/** Row by row, with sums that stand in typed arrays. */
const loops: BatchNormFunction = (x, gamma, beta, running, { eps, momentum, training }) => {
  const [N, C] = [x.length, gamma.length];
  let [mu, spread] = [Float64Array.from(running.mean), Float64Array.from(running.variance)];
  const kept = { mean: [...running.mean], variance: [...running.variance] };
  if (training) {
    [mu, spread] = [new Float64Array(C), new Float64Array(C)];
    for (const row of x) row.forEach((value, c) => (mu[c] += value / N));
    for (const row of x) row.forEach((value, c) => (spread[c] += (value - mu[c]) ** 2 / N));
    for (let c = 0; c < C; c++) {
      kept.mean[c] = (1 - momentum) * kept.mean[c] + momentum * mu[c];
      kept.variance[c] = (1 - momentum) * kept.variance[c] + (momentum * spread[c] * N) / (N - 1);
    }
  }
  const y = x.map((row) =>
    row.map((value, c) => (gamma[c] * (value - mu[c])) / Math.sqrt(spread[c] + eps) + beta[c]),
  );
  return { y, running: kept };
};

/** As one affine map for each column: y = a·x + b, with x shifted to stay near zero. */
const affine: BatchNormFunction = (x, gamma, beta, running, options) => {
  const { eps, momentum, training } = options;
  const found = gamma.map((_, c) => {
    const first = x[0][c];
    const near = x.map((row) => row[c] - first);
    const mu = mean(near);
    return { mean: first + mu, variance: sum(near.map((value) => (value - mu) ** 2)) };
  });
  const N = x.length;
  const used = found.map((batch, c) =>
    training
      ? { mean: batch.mean, variance: batch.variance / N }
      : { mean: running.mean[c], variance: running.variance[c] },
  );
  const a = used.map(({ variance }, c) => gamma[c] / Math.sqrt(variance + eps));
  const y = x.map((row) => row.map((value, c) => a[c] * (value - used[c].mean) + beta[c]));
  if (!training) return { y, running };
  const blend = (old: number, now: number): number => old * (1 - momentum) + now * momentum;
  return {
    y,
    running: {
      mean: found.map((batch, c) => blend(running.mean[c], batch.mean)),
      variance: found.map((batch, c) => blend(running.variance[c], batch.variance / (N - 1))),
    },
  };
};

/** Stops where there is nothing to estimate from. */
const strict: BatchNormFunction = (x, gamma, beta, running, options) => {
  if (options.training && x.length < 2)
    throw new RangeError('batchNorm: expected two rows or more in training; take a larger batch.');
  return loops(x, gamma, beta, running, options);
};

/** Four right ones. */
export const rightBatchNorms: readonly RightVersion<BatchNormFunction>[] = [
  { name: 'two passes, corrected', candidate: reference },
  { name: 'loops over typed arrays', candidate: loops },
  { name: 'one affine map for each column', candidate: affine },
  { name: 'strict about a single row', candidate: strict },
];
