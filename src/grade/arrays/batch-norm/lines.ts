/** BatchNorm in lines that a wrong version can exchange. */
import { transposed } from '../inputs.js';
import type { Matrix } from '../plain.js';
import { mean, variance } from '../statistics.js';
import type { BatchNormFunction, Options } from './inputs.js';

/** Mean and variance of one column. */
interface Statistics {
  readonly mean: number;
  readonly variance: number;
}

/** The lines. */
export interface Lines {
  /** Of the batch. */
  statistics(column: readonly number[], c: number, x: Matrix): Statistics;
  /** What is kept afterwards. */
  next(kept: Statistics, batch: Statistics, n: number, options: Options): Statistics;
  /** What the column is normalized by. */
  by(kept: Statistics, batch: Statistics, options: Options, next: Statistics): Statistics;
  deviation(variance: number, options: Options): number;
  finish(xhat: number, gamma: number, beta: number): number;
}

/** The running statistics after one more batch: PyTorch's convention, with the variance over n − 1. */
export const moved: Lines['next'] = (kept, batch, n, { momentum, training }) =>
  training
    ? {
        mean: kept.mean + momentum * (batch.mean - kept.mean),
        variance: kept.variance + momentum * ((batch.variance * n) / (n - 1) - kept.variance),
      }
    : kept;

const rightLines: Lines = {
  statistics: (column) => ({ mean: mean(column), variance: variance(column) }),
  next: moved,
  by: (kept, batch, { training }) => (training ? batch : kept),
  deviation: (spread, { eps }) => Math.sqrt(spread + eps),
  finish: (xhat, gamma, beta) => gamma * xhat + beta,
};

/** A BatchNorm from lines, those that are left out as they should be. */
export function batchNormWith(changes: Partial<Lines>): BatchNormFunction {
  const lines = { ...rightLines, ...changes };
  return (x, gamma, beta, running, options) => {
    const columns = transposed(x).map((column, c) => {
      const kept = { mean: running.mean[c], variance: running.variance[c] };
      const batch = lines.statistics(column, c, x);
      const next = lines.next(kept, batch, column.length, options);
      const by = lines.by(kept, batch, options, next);
      const deviation = lines.deviation(by.variance, options);
      const y = column.map((value) => lines.finish((value - by.mean) / deviation, gamma[c], beta[c]));
      return { next, y };
    });
    return {
      y: transposed(columns.map((column) => column.y)),
      running: {
        mean: columns.map(({ next }) => next.mean),
        variance: columns.map(({ next }) => next.variance),
      },
    };
  };
}
