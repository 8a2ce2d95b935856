import type { Exercise } from '../../exercise.js';
import { rmsNormBackwardChecks } from './checks.js';
import { rightWaysBack } from './right.js';
import type { RmsWayBack } from './right.js';
import { wrongWaysBack } from './wrong.js';

/** The way back through RMSNorm, over plain arrays. */
export const rmsNormBackwardOverArrays: Exercise<RmsWayBack> = {
  id: 'rms-norm-backward',
  title: 'The way back through RMSNorm',
  statement:
    'y = rmsNorm(x, gamma, eps) went on into a loss, and dy is the gradient of that loss by y. Give back its gradients by x and gamma: dx has the shape of x; dgamma has one number for each column, added up over the rows. Nine digits are asked for. eps may also be 0. Leave the inputs as they are, and give arrays of your own, new in every call.',
  why: 'One term fewer than LayerNorm: whoever can say which one, and why, has understood both.',
  difficulty: 2,
  importance: 2,
  minutes: 12,
  signature:
    'rmsNormBackward(dy: number[][], x: number[][], gamma: number[], eps: number): { dx: number[][]; dgamma: number[] }',
  exportName: 'rmsNormBackward',
  hints: [
    'Compute x̂ and r = 1/√(mean(x²) + ε) of each row again, as on the way forward. dγ needs nothing else.',
    'Let g = γ ⊙ dy. x moves x̂ on two paths: directly, and through r.',
    'dx = r · (g − x̂ · mean(g ⊙ x̂)), row by row.',
  ],
  solution: `export function rmsNormBackward(dy: number[][], x: number[][], gamma: number[], eps: number) {
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const dgamma = gamma.map(() => 0);
  const dx = x.map((row, n) => {
    const r = 1 / Math.sqrt(mean(row.map((value) => value * value)) + eps);
    const xhat = row.map((value) => value * r);
    dy[n].forEach((value, c) => {
      dgamma[c] += value * xhat[c];
    });
    const g = dy[n].map((value, c) => value * gamma[c]);
    const along = mean(g.map((value, c) => value * xhat[c]));
    return g.map((value, c) => r * (value - xhat[c] * along));
  });
  return { dx, dgamma };
}`,
  checks: rmsNormBackwardChecks,
  wrong: wrongWaysBack,
  right: rightWaysBack,
};
