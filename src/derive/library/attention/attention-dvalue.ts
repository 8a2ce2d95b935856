import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { attentionLetters } from './letters.js';

/** A value gets back what came from above, by the share that was taken of it. */
export const attentionDvalue: Derivation = {
  name: 'attention-dvalue',
  title: 'The gradient for the values',
  says: 'The output is a mixture of values. Each value is told what the output was told, times its share.',
  source: 'Vaswani et al. (2017), arXiv:1706.03762, for attention; derived here',
  agreesWith: 'transformer/scores: dvalue',
  letters: attentionLetters,
  lines: [
    line('D(L, V[i, b])'),
    line('sum(m, dout[m] * D(out[m], V[i, b]))', 'chain rule'),
    line('sum(m, dout[m] * p[i] * eye(m, b))', 'the output is linear in V, with the shares p', {
      forbid: ['D'],
    }),
    line('p[i] * dout[b]', 'the sum over m keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
