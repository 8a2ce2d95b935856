import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormBatchLetters } from './letters.js';

/** γ is shared by the rows, so its gradient is a sum over them. */
export const rmsNormDgamma: Derivation = {
  name: 'rms-norm-dgamma',
  title: 'The gradient for γ',
  says: 'Each feature has one γ for all rows. Its gradient adds up, row by row, what came from above times what γ multiplied.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: dgamma',
  letters: rmsNormBatchLetters,
  lines: [
    line('D(L, gamma[j])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], gamma[j]))', 'chain rule'),
    line('sum(n, i, dy[n, i] * eye(i, j) * xhat[n, i])', 'a γ stands only in its own feature', {
      forbid: ['D'],
    }),
    line('sum(n, dy[n, j] * xhat[n, j])', 'the sum over i keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
