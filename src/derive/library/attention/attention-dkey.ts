import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { attentionLetters } from './letters.js';

/** Each key moves along the query, by what its own logit is told. */
export const attentionDkey: Derivation = {
  name: 'attention-dkey',
  title: 'The gradient for the keys',
  says: 'A key can only move towards the query or away from it. How far, its own logit decides.',
  source: 'Vaswani et al. (2017), arXiv:1706.03762, for attention; derived here',
  agreesWith: 'transformer/scores: dkey',
  letters: attentionLetters,
  lines: [
    line('D(L, K[i, a])'),
    line('sum(j, ds[j] * D(s[j], K[i, a]))', 'chain rule through the softmax: ds is what each logit is told'),
    line('sum(j, ds[j] * eye(i, j) * q[a] / sqrt(C))', 'a logit depends on its own key only', {
      forbid: ['D'],
    }),
    line('ds[i] * q[a] / sqrt(C)', 'the sum over j keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
