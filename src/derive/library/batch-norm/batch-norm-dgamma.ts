import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { batchNormLetters } from './letters.js';

/** One of the two sums that the way back needs. */
export const batchNormDgamma: Derivation = {
  name: 'batch-norm-dgamma',
  title: 'The gradient for γ',
  says: 'One γ serves the whole batch, so its gradient adds up over the samples: what came from above times x̂.',
  source: 'Ioffe and Szegedy (2015), arXiv:1502.03167, section 3',
  agreesWith: 'norm/batch-norm: dgamma',
  letters: batchNormLetters,
  lines: [
    line('D(L, gamma[j])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], gamma[j]))', 'chain rule'),
    line('sum(n, i, dy[n, i] * eye(i, j) * xhat[n, i])', 'a γ stands only in its own feature', {
      forbid: ['D'],
    }),
    line('sum(n, dy[n, j] * xhat[n, j])', 'the sum over i keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
