import type { Exercise } from '../../exercise.js';
import type { WayBack } from '../way-back.js';
import { layerNormBackwardChecks } from './checks.js';
import { rightWaysBack } from './right.js';
import { wrongWaysBack } from './wrong.js';

/** The way back through LayerNorm, over plain arrays. */
export const layerNormBackwardOverArrays: Exercise<WayBack> = {
  id: 'layer-norm-backward',
  title: 'The way back through LayerNorm',
  statement:
    'y = layerNorm(x, gamma, beta, eps) went on into a loss, and dy is the gradient of that loss by y. Give back its gradients by x, gamma and beta: dx has the shape of x; dgamma and dbeta have one number for each column, added up over the rows. Nine digits are asked for. eps may also be 0. Leave the inputs as they are, and give arrays of your own, new in every call.',
  why: 'Three terms, of which the last two are forgotten most often; a network trained without them still learns, only worse, so nobody notices.',
  difficulty: 2,
  importance: 3,
  minutes: 20,
  signature:
    'layerNormBackward(dy: number[][], x: number[][], gamma: number[], eps: number): { dx: number[][]; dgamma: number[]; dbeta: number[] }',
  exportName: 'layerNormBackward',
  hints: [
    'Compute x̂ and 1/√(σ² + ε) of each row again, as on the way forward. dβ and dγ need nothing else.',
    'Let g = γ ⊙ dy. x moves x̂ on three paths: directly, through the mean, through the deviation.',
    'dx = rstd · (g − mean(g) − x̂ · mean(g ⊙ x̂)), row by row.',
  ],
  solution: `type Gradients = { dx: number[][]; dgamma: number[]; dbeta: number[] };

export function layerNormBackward(dy: number[][], x: number[][], gamma: number[], eps: number): Gradients {
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const dgamma = gamma.map(() => 0);
  const dbeta = gamma.map(() => 0);
  const dx = x.map((row, n) => {
    const mu = mean(row);
    const rstd = 1 / Math.sqrt(mean(row.map((value) => (value - mu) * (value - mu))) + eps);
    const xhat = row.map((value) => (value - mu) * rstd);
    dy[n].forEach((value, c) => {
      dgamma[c] += value * xhat[c]; // (6)
      dbeta[c] += value; // (7)
    });
    const g = dy[n].map((value, c) => value * gamma[c]);
    const along = mean(g.map((value, c) => value * xhat[c]));
    const direct = mean(g);
    return g.map((value, c) => rstd * (value - direct - xhat[c] * along)); // (8)
  });
  return { dx, dgamma, dbeta };
}`,
  checks: layerNormBackwardChecks,
  wrong: wrongWaysBack,
  right: rightWaysBack,
};
