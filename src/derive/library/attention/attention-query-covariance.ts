import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { attentionLetters } from './letters.js';

/** How the output answers the query: by a covariance of values and keys under p. */
export const attentionQueryCovariance: Derivation = {
  name: 'attention-query-covariance',
  title: 'Attention moves by a covariance',
  says: 'If all the attention lies on one key, turning the query a little changes nothing. What moves the output is how values and keys vary together under p.',
  source: 'derived here',
  agreesWith: 'transformer/scores: jacobian',
  letters: attentionLetters,
  lines: [
    line('D(out[b], q[a])'),
    line('sum(i, V[i, b] * D(p[i], q[a]))', 'the values do not depend on the query'),
    line(
      'sum(i, V[i, b] * sum(j, p[i] * (eye(i, j) - p[j]) * K[j, a] / sqrt(C)))',
      'the Jacobian of softmax, and the derivative of the logits',
      { forbid: ['D'] },
    ),
    line('sum(i, p[i] * V[i, b] * (K[i, a] - meanK[a])) / sqrt(C)', 'sum over j', { forbid: ['D', 'eye'] }),
    line(
      '(sum(i, p[i] * V[i, b] * K[i, a]) - out[b] * meanK[a]) / sqrt(C)',
      'mean of the product minus product of the means, under p',
    ),
  ],
};
