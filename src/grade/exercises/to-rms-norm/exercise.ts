import type { Exercise } from '../../exercise.js';
import { toRMSNormChecks } from './checks.js';
import { rightConversions } from './right.js';
import type { ToRMSNorm } from './tower.js';
import { wrongConversions } from './wrong.js';

/** E7.4: a Pre-LN tower becomes a tower with RMSNorm that computes the same. */
export const toRMSNormExercise: Exercise<ToRMSNorm> = {
  id: 'E7.4',
  title: 'From LayerNorm to RMSNorm',
  statement:
    'A Pre-LN tower is given in three lists: writers, norms and readers. Writers and readers are linear layers { W, b } that compute xW + b; W is [in, out] and b [out]. Norm n stands before reader n and has { gamma, beta }, each [features]; all of these are tensors, and linear({ x, weight, bias }) is x · weight + bias, also of a single row. Give back the three lists of a tower whose norms are RMSNorms { gamma }, with the same ε, and which gives the same logits. Leave what you are given as it is.',
  why: 'It shows what LayerNorm does more than RMSNorm: nothing that the layers around it could not do.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature: 'toRMSNorm(tower: LayerNormTower): RMSNormTower',
  hints: [
    'LayerNorm is RMSNorm of x − mean(x). Where would you take the mean out, so that the stream never has one?',
    'What is written to the stream at one position is a row of W times a number, and b: take the mean over the last axis off both. That is all that happens to the writers.',
    'β has no place in RMSNorm. Reader n got y = γ ⊙ x̂ + β, so its b has to grow by βW: linear({ x: beta, weight: W, bias: b }) is both together.',
  ],
  solution: `function toRMSNorm({ writers, norms, readers }: LayerNormTower): RMSNormTower {
  const centred = (t: Tensor) => sub(t, mean(t, { axis: -1, keepdims: true }));
  return {
    writers: writers.map(({ W, b }) => ({ W: centred(W), b: centred(b) })),
    norms: norms.map(({ gamma }) => ({ gamma: gamma })),
    readers: readers.map(({ W, b }, n) => ({ W: W, b: linear({ x: norms[n].beta, weight: W, bias: b }) })),
  };
}`,
  checks: toRMSNormChecks,
  wrong: wrongConversions,
  right: rightConversions,
};
