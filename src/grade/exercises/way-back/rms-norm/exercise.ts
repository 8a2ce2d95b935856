import type { Exercise } from '../../../exercise.js';
import { rowsBackChecks } from '../battery.js';
import type { RowsBack } from '../pieces.js';
import { reference, rightRmsWaysBack, wrongRmsWaysBack } from './versions.js';

/** E3.3: the whole way back through RMSNorm. */
export const rmsWayBackExercise: Exercise<RowsBack> = {
  id: 'E3.3',
  title: 'The backward of RMSNorm',
  statement:
    'Write the way back through x̂ = x · r as a function: g and xhat have shape [N, C], rstd has [N, 1], and so has each word a mean of its own.',
  why: 'RMSNorm is the norm of Llama and of many language models after it, and this line is its whole backward.',
  difficulty: 2,
  importance: 3,
  minutes: 4,
  signature: 'rmsWayBack(g: Tensor, xhat: Tensor, rstd: Tensor): Tensor',
  hints: [
    'Look at your line for dc; it has three products, one difference and one mean.',
    'mul(g, xhat) multiplies entry by entry, and mean(…, features) of it, where features is { axis: -1, keepdims: true }, has shape [N, 1]: it stands beside its row.',
    'mul(rstd, sub(g, …)), and at the dots mul(xhat, …).',
  ],
  solution: `function rmsWayBack(g: Tensor, xhat: Tensor, rstd: Tensor): Tensor {
  return mul(rstd, sub(g, mul(xhat, mean(mul(g, xhat), features))));
}`,
  checks: rowsBackChecks({
    reference,
    wrong: wrongRmsWaysBack,
    centres: false,
    points: 40,
    hint: 'Compare with your line for dc, piece by piece: what is subtracted, of what is the one mean, and what stands in front?',
  }),
  wrong: wrongRmsWaysBack,
  right: rightRmsWaysBack,
};
