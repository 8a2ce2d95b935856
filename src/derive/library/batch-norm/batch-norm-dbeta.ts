import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { batchNormLetters } from './letters.js';

/** The other of the two sums that the way back needs. */
export const batchNormDbeta: Derivation = {
  name: 'batch-norm-dbeta',
  title: 'The gradient for β',
  says: 'β is added to every sample alike, so all that came from above adds up in it.',
  source: 'Ioffe and Szegedy (2015), arXiv:1502.03167, section 3',
  agreesWith: 'norm/batch-norm: dbeta',
  letters: batchNormLetters,
  lines: [
    line('D(L, beta[j])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], beta[j]))', 'chain rule'),
    line('sum(n, i, dy[n, i] * eye(i, j))', 'a β stands only in its own feature', { forbid: ['D'] }),
    line('sum(n, dy[n, j])', 'the sum over i keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
