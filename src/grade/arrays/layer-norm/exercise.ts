import type { Exercise } from '../../exercise.js';
import { layerNormChecks } from './checks.js';
import type { LayerNormFunction } from './inputs.js';
import { rightLayerNorms } from './right.js';
import { wrongLayerNorms } from './wrong.js';

/** LayerNorm over plain arrays. */
export const layerNormOverArrays: Exercise<LayerNormFunction> = {
  id: 'layer-norm',
  title: 'LayerNorm over plain arrays',
  statement:
    'Write LayerNorm with nothing but arrays and numbers. x has N rows of C numbers; each row is normalized by its own mean and variance (over C, not C − 1), ε is added to the variance under the root, then column c is multiplied by gamma[c] and beta[c] is added. Nine digits are asked for, and a row far from zero (10⁸) must keep what digits it has. eps may also be 0. Leave the inputs as they are, and give arrays of your own, new in every call.',
  why: 'Every Transformer calls this layer twice in every block. Many published versions are subtly wrong, and most usual tests let them pass.',
  difficulty: 1,
  importance: 3,
  minutes: 10,
  signature: 'layerNorm(x: number[][], gamma: number[], beta: number[], eps: number): number[][]',
  exportName: 'layerNorm',
  hints: [
    'One row at a time: x.map((row) => …). What does a row need to know of the others?',
    'Two passes: first the mean of the row, then the mean of (value − mean)².',
    'With mu and the variance v of a row, y is gamma[c] * (value - mu) / Math.sqrt(v + eps) + beta[c].',
  ],
  solution: `export function layerNorm(x: number[][], gamma: number[], beta: number[], eps: number): number[][] {
  return x.map((row) => {
    const C = row.length;
    const mu = row.reduce((a, b) => a + b, 0) / C; // (1)
    const variance = row.reduce((a, b) => a + (b - mu) * (b - mu), 0) / C; // (2)
    const rstd = 1 / Math.sqrt(variance + eps); // (3)
    return row.map((value, c) => gamma[c] * ((value - mu) * rstd) + beta[c]); // (4) (5)
  });
}`,
  checks: layerNormChecks,
  wrong: wrongLayerNorms,
  right: rightLayerNorms,
};
