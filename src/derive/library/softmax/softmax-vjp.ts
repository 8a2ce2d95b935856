import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** What attention needs on the way back: two passes over a row, no matrix. */
export const softmaxVjp: Derivation = {
  name: 'softmax-vjp',
  title: 'The gradient for the logits',
  says: 'Take what came from above, subtract its average under p, multiply by p. The C × C Jacobian is never written down.',
  source: 'derived here',
  agreesWith: 'nn/softmax: dz',
  letters: softmaxLetters,
  lines: [
    line('D(L, z[j])'),
    line('sum(i, dp[i] * D(p[i], z[j]))', 'chain rule'),
    line('sum(i, dp[i] * p[i] * (eye(i, j) - p[j]))', 'the Jacobian of softmax', { forbid: ['D'] }),
    line('dp[j] * p[j] - p[j] * sum(i, dp[i] * p[i])', 'the sum over i, term by term', {
      forbid: ['D', 'eye'],
    }),
    line('p[j] * (dp[j] - sum(i, dp[i] * p[i]))', 'a common factor'),
  ],
};
