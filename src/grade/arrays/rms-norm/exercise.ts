import type { Exercise } from '../../exercise.js';
import { rmsNormChecks } from './checks.js';
import type { RmsNormFunction } from './inputs.js';
import { rightRmsNorms } from './right.js';
import { wrongRmsNorms } from './wrong.js';

/** RMSNorm over plain arrays. */
export const rmsNormOverArrays: Exercise<RmsNormFunction> = {
  id: 'rms-norm',
  title: 'RMSNorm over plain arrays',
  statement:
    'Write RMSNorm with nothing but arrays and numbers. Each row of x is divided by the root of the mean of its squares, with ε added under the root; then column c is multiplied by gamma[c]. Nothing is centred. Nine digits are asked for. eps may also be 0. Leave the inputs as they are, and give arrays of your own, new in every call.',
  why: 'Most large language models since 2023 use it in place of LayerNorm: one statistic fewer, one parameter fewer.',
  difficulty: 1,
  importance: 3,
  minutes: 6,
  signature: 'rmsNorm(x: number[][], gamma: number[], eps: number): number[][]',
  exportName: 'rmsNorm',
  hints: [
    'It is LayerNorm with two lines left out. Which ones?',
    'One number for each row: the mean of value · value, along the row.',
    'y is gamma[c] * value / Math.sqrt(meanSquare + eps).',
  ],
  solution: `export function rmsNorm(x: number[][], gamma: number[], eps: number): number[][] {
  return x.map((row) => {
    const meanSquare = row.reduce((a, b) => a + b * b, 0) / row.length;
    const r = 1 / Math.sqrt(meanSquare + eps);
    return row.map((value, c) => gamma[c] * (value * r));
  });
}`,
  checks: rmsNormChecks,
  wrong: wrongRmsNorms,
  right: rightRmsNorms,
};
