import type { Exercise } from '../../exercise.js';
import { batchNormChecks } from './checks.js';
import type { BatchNormFunction } from './inputs.js';
import { rightBatchNorms } from './right.js';
import { wrongBatchNorms } from './wrong.js';

/** BatchNorm over plain arrays. */
export const batchNormOverArrays: Exercise<BatchNormFunction> = {
  id: 'batch-norm',
  title: 'BatchNorm over plain arrays',
  statement:
    'x has N examples of C features. Write both modes. In training each column is normalized by its own mean and variance over n, with ε under the root; then gamma[c] multiplies it and beta[c] is added. The running statistics that come back are new ones, (1 − momentum) · old + momentum · that of the batch, with the variance over n − 1. In use (training is false) the running statistics normalize, and come back as they were. One row in training: throw an error.',
  why: 'Two modes, two variances and a momentum: what is kept can be wrong while every output in training is right.',
  difficulty: 2,
  importance: 3,
  minutes: 20,
  signature:
    'batchNorm(x: number[][], gamma: number[], beta: number[], running: { mean: number[]; variance: number[] }, options: { eps: number; momentum: number; training: boolean }): { y: number[][]; running: { mean: number[]; variance: number[] } }',
  exportName: 'batchNorm',
  hints: [
    'Decide which mean and which variance each column is normalized by: the only thing in which the two modes differ for y. gamma.map((_, c) => x.reduce((total, row) => total + row[c], 0)) is one sum for each column. Nine digits are asked for, and eps may be 0; leave the inputs as they are, and make new arrays.',
    'Two variances: over n for the batch itself, over n − 1 for what is kept.',
    'A running value becomes (1 − momentum) * old + momentum * batch. Build new arrays; in evaluation give running back.',
  ],
  solution: `type Running = { mean: number[]; variance: number[] };
type Options = { eps: number; momentum: number; training: boolean };

export function batchNorm(
  x: number[][],
  gamma: number[],
  beta: number[],
  running: Running,
  { eps, momentum, training }: Options,
): { y: number[][]; running: Running } {
  const N = x.length;
  if (training && N < 2) throw new RangeError('batchNorm: training needs two rows or more');
  let { mean, variance } = running;
  let next = running;
  if (training) {
    mean = gamma.map((_, c) => x.reduce((total, row) => total + row[c], 0) / N);
    const squares = gamma.map((_, c) => x.reduce((total, row) => total + (row[c] - mean[c]) ** 2, 0));
    variance = squares.map((total) => total / N);
    const blend = (old: number, now: number) => (1 - momentum) * old + momentum * now;
    next = {
      mean: mean.map((now, c) => blend(running.mean[c], now)),
      variance: squares.map((total, c) => blend(running.variance[c], total / (N - 1))),
    };
  }
  const rstd = variance.map((value) => 1 / Math.sqrt(value + eps));
  const y = x.map((row) => row.map((value, c) => gamma[c] * ((value - mean[c]) * rstd[c]) + beta[c]));
  return { y, running: next };
}`,
  checks: batchNormChecks,
  wrong: wrongBatchNorms,
  right: rightBatchNorms,
};
