import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { batchNormLetters } from './letters.js';

/** The same gradient with sums, as it is often programmed. */
export const batchNormDxSums: Derivation = {
  name: 'batch-norm-dx-sums',
  title: 'The gradient for x, with sums',
  says: 'Many programs keep the two sums that dβ and dγ need anyway, and build dx of them in one line.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: dx',
  letters: batchNormLetters,
  lines: [
    line('rstd[j] * (g[n, j] - mean(m, g[m, j]) - xhat[n, j] * mean(m, g[m, j] * xhat[m, j]))'),
    line(
      'gamma[j] * rstd[j] * (dy[n, j] - mean(m, dy[m, j]) - xhat[n, j] * mean(m, dy[m, j] * xhat[m, j]))',
      'γ is the same for all samples',
      { forbid: ['g'] },
    ),
    line(
      'gamma[j] * rstd[j] / N * (N * dy[n, j] - sum(m, dy[m, j]) - xhat[n, j] * sum(m, dy[m, j] * xhat[m, j]))',
      'a mean is a sum divided by N',
      { forbid: ['mean'] },
    ),
  ],
};
