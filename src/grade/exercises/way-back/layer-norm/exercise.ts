import type { Exercise } from '../../../exercise.js';
import { rowsBackChecks } from '../battery.js';
import { givenBy } from '../inputs.js';
import type { RowsBack } from '../pieces.js';
import { takesTwoMeans } from '../reductions.js';
import { reference, rightWaysBack, wrongWaysBack } from './versions.js';

/** E3.2: equation (8) as a function. */
export const wayBackExercise: Exercise<RowsBack> = {
  id: 'E3.2',
  title: 'The compact backward of LayerNorm',
  statement:
    'Write equation (8) as a function, for any number of words at once: g and xhat have shape [N, C], rstd has [N, 1]. Two means are enough.',
  why: 'These three lines run in the backward of every Transformer, and wrong ones have been shipped, since networks learn with them too.',
  difficulty: 2,
  importance: 3,
  minutes: 4,
  signature: 'wayBack(g: Tensor, xhat: Tensor, rstd: Tensor): Tensor',
  hints: [
    'Look at E3.3. It is the same function with one term more.',
    'The new term is mean(g, features), where features is { axis: -1, keepdims: true }: shape [N, 1], one for each word.',
    'Two sub inside each other: sub(sub(g, …), …), and r in front of both.',
  ],
  solution: `function wayBack(g: Tensor, xhat: Tensor, rstd: Tensor): Tensor {
  return mul(rstd, sub(sub(g, mean(g, features)), mul(xhat, mean(mul(g, xhat), features))));
}`,
  checks: [
    ...rowsBackChecks({
      reference,
      wrong: wrongWaysBack,
      centres: true,
      points: 30,
      hint: 'Three terms in a bracket, r in front. Add up the entries of your dx, and then those of dx ⊙ x̂: both should be 0, or nearly.',
    }),
    takesTwoMeans(10, givenBy(true).words[0]),
  ],
  wrong: wrongWaysBack,
  right: rightWaysBack,
};
