import type { Exercise } from '../../exercise.js';
import { raggedChecks } from './checks.js';
import { rightRaggeds } from './right.js';
import type { RaggedNorm } from './right.js';
import { wrongRaggeds } from './wrong.js';

/** E6.3: BatchNorm over sentences of unequal lengths. */
export const raggedExercise: Exercise<RaggedNorm> = {
  id: 'E6.3',
  title: 'Sentences of unequal lengths',
  statement:
    'x is a batch [sentences, words, features], filled up to the longest sentence. mask, [sentences, words, 1], is 1 where there is a word and 0 where there is padding. Normalize each feature over all words of all sentences, as BatchNorm does without γ and β, so that padding counts nowhere, and give 0 at the padding. Not a number of the padding may change a word.',
  why: 'Dividing by the padded length is wrong by the share of padding, and nothing looks broken: the numbers are only too small, or too large.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature: 'raggedNorm(x: Tensor, mask: Tensor, eps: number): Tensor',
  hints: [
    'A mean over words is a sum over words, divided by how many words there are: sum(mask).',
    'mul(x, mask) is x with zeros in the padding; the mask stretches along the features by itself. The sum runs over axis [0, 1].',
    'Behind sub(x, mu) the padding holds −μ and no longer 0. Multiply by the mask once more before you square.',
  ],
  solution: `function raggedNorm(x: Tensor, mask: Tensor, eps: number): Tensor {
  const [over, n] = [{ axis: [0, 1], keepdims: true }, sum(mask)];
  const mu = div(sum(mul(x, mask), over), n); // [1, 1, features]
  const c = mul(sub(x, mu), mask); // 0 at the padding
  return div(c, sqrt(add(div(sum(mul(c, c), over), n), eps)));
}`,
  checks: raggedChecks,
  wrong: wrongRaggeds,
  right: rightRaggeds,
};
