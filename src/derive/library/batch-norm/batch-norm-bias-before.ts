import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { biasBeforeLetters } from './letters.js';

/** A bias before BatchNorm can never learn. */
export const batchNormBiasBefore: Derivation = {
  name: 'batch-norm-bias-before',
  title: 'A bias before BatchNorm learns nothing',
  says: 'BatchNorm subtracts whatever a bias adds. Its gradient is exactly zero, so layers before a BatchNorm are built without one.',
  source:
    'Ioffe and Szegedy (2015), arXiv:1502.03167, section 3.2, say that the bias can be left out; derived here',
  agreesWith: 'norm/batch-norm: dx',
  letters: biasBeforeLetters,
  lines: [
    line('D(L, b[j])'),
    line('sum(n, D(L, x[n, j]))', 'b is added to the x of every sample'),
    line(
      'sum(n, rstd[j] * (g[n, j] - mean(m, g[m, j]) - xhat[n, j] * mean(m, g[m, j] * xhat[m, j])))',
      'the gradient of BatchNorm for its input',
      { forbid: ['D'] },
    ),
    line(
      'rstd[j] * (sum(n, g[n, j]) - N * mean(m, g[m, j]) - sum(n, xhat[n, j]) * mean(m, g[m, j] * xhat[m, j]))',
      'sum over n',
    ),
    line('-rstd[j] * sum(n, xhat[n, j]) * mean(m, g[m, j] * xhat[m, j])', 'N times a mean is the sum'),
    line('0', 'x̂ adds up to 0 over the batch', { maxNodes: 4 }),
  ],
};
