import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { attentionLetters } from './letters.js';

/** The gradient goes through the softmax and comes out as a mixture of keys. */
export const attentionDquery: Derivation = {
  name: 'attention-dquery',
  title: 'The gradient for the query',
  says: 'Ask each key how much its share should grow, and mix the keys with these wishes. That is where the query should move.',
  source: 'Vaswani et al. (2017), arXiv:1706.03762, for attention; derived here',
  agreesWith: 'transformer/scores: dquery',
  letters: attentionLetters,
  lines: [
    line('D(L, q[a])'),
    line('sum(i, dp[i] * D(p[i], q[a]))', 'chain rule: dp is what each share is told'),
    line('sum(i, dp[i] * sum(j, p[i] * (eye(i, j) - p[j]) * D(s[j], q[a])))', 'the Jacobian of softmax'),
    line(
      'sum(j, p[j] * (dp[j] - sum(i, dp[i] * p[i])) * D(s[j], q[a]))',
      'sum over i first: with eye only i = j is left',
      { forbid: ['eye'] },
    ),
    line('sum(j, ds[j] * D(s[j], q[a]))', 'what each logit is told', { forbid: ['dp'] }),
    line(
      'sum(j, ds[j] * K[j, a]) / sqrt(C)',
      'a logit is the product of query and key, divided by $\\sqrt{C}$',
      { forbid: ['D'] },
    ),
  ],
};
