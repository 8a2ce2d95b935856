import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** The way back of the shift: since a shift changes nothing, the gradient adds up to 0. */
export const softmaxDzSum: Derivation = {
  name: 'softmax-dz-sum',
  title: 'The gradient of the logits adds up to zero',
  says: "A common shift of the logits changes nothing, so the loss has no slope in that direction. LayerNorm's dx does the same, for the same reason.",
  source: 'derived here',
  agreesWith: 'nn/softmax: dz',
  letters: softmaxLetters,
  lines: [
    line('sum(j, D(L, z[j]))'),
    line('sum(j, p[j] * (dp[j] - sum(i, dp[i] * p[i])))', 'the gradient for the logits', { forbid: ['D'] }),
    line('sum(j, p[j] * dp[j]) - sum(j, p[j]) * sum(i, dp[i] * p[i])', 'multiply out'),
    line('0', 'probabilities add up to 1', { maxNodes: 4 }),
  ],
};
