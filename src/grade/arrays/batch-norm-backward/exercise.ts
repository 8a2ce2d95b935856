import type { Exercise } from '../../exercise.js';
import type { WayBack } from '../way-back.js';
import { batchNormBackwardChecks } from './checks.js';
import { rightWaysBack } from './right.js';
import { wrongWaysBack } from './wrong.js';

/** The way back through BatchNorm in training, over plain arrays. */
export const batchNormBackwardOverArrays: Exercise<WayBack> = {
  id: 'batch-norm-backward',
  title: 'The way back through BatchNorm',
  statement:
    'y came from BatchNorm in training: every column of x was normalized by its own mean and variance over the batch (over n, ε under the root). dy is the gradient of a loss by y. Give back its gradients by x, gamma and beta: dx has the shape of x; dgamma and dbeta have one number for each column. A single row is its own mean: its x̂ is 0, and nothing comes back to it. Nine digits are asked for. eps may also be 0. Leave the inputs as they are, and give arrays of your own, new in every call.',
  why: 'The fast.ai course of 2022 shipped this layer with its gradient cut off at the statistics: the outputs are right, and dx is not.',
  difficulty: 2,
  importance: 3,
  minutes: 20,
  signature:
    'batchNormBackward(dy: number[][], x: number[][], gamma: number[], eps: number): { dx: number[][]; dgamma: number[]; dbeta: number[] }',
  exportName: 'batchNormBackward',
  hints: [
    'Each column is a problem of its own. Compute its x̂ and 1/√(σ² + ε) again, as on the way forward.',
    'dβ is the sum of dy down the column, dγ that of dy ⊙ x̂. Both sums come up again in dx.',
    'dx = γ · rstd · (dy − dβ / N − x̂ · dγ / N), column by column.',
  ],
  solution: `type Gradients = { dx: number[][]; dgamma: number[]; dbeta: number[] };

export function batchNormBackward(dy: number[][], x: number[][], gamma: number[], eps: number): Gradients {
  const N = x.length;
  const down = (f: (n: number, c: number) => number) =>
    gamma.map((_, c) => x.reduce((total, _row, n) => total + f(n, c), 0));
  const mean = down((n, c) => x[n][c] / N);
  const variance = down((n, c) => ((x[n][c] - mean[c]) * (x[n][c] - mean[c])) / N);
  const rstd = variance.map((value) => 1 / Math.sqrt(value + eps));
  const xhat = x.map((row) => row.map((value, c) => (value - mean[c]) * rstd[c]));
  const dbeta = down((n, c) => dy[n][c]);
  const dgamma = down((n, c) => dy[n][c] * xhat[n][c]);
  const dx = dy.map((row, n) =>
    row.map((value, c) => gamma[c] * rstd[c] * (value - dbeta[c] / N - (xhat[n][c] * dgamma[c]) / N)),
  );
  return { dx, dgamma, dbeta };
}`,
  checks: batchNormBackwardChecks,
  wrong: wrongWaysBack,
  right: rightWaysBack,
};
