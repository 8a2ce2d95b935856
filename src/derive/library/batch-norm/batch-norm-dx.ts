import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { batchNormLetters } from './letters.js';

/** LayerNorm's equation (8) with the means taken over the batch. */
export const batchNormDx: Derivation = {
  name: 'batch-norm-dx',
  title: 'The gradient for x',
  says: "Word for word LayerNorm's formula, except that the means run down the batch instead of along the row.",
  source: 'Ioffe and Szegedy (2015), arXiv:1502.03167, for the layer; this form is derived here',
  agreesWith: 'norm/batch-norm: dx',
  letters: batchNormLetters,
  lines: [
    line('D(L, x[n, j])'),
    line('sum(m, i, dy[m, i] * D(y[m, i], x[n, j]))', 'chain rule'),
    line('sum(m, i, g[m, i] * D(xhat[m, i], x[n, j]))', 'γ is a factor, β a constant'),
    line(
      'sum(m, i, g[m, i] * eye(i, j) * rstd[i] * (eye(m, n) - 1 / N - xhat[m, i] * xhat[n, i] / N))',
      'the Jacobian of x̂',
      { forbid: ['D'] },
    ),
    line(
      'rstd[j] * sum(m, g[m, j] * (eye(m, n) - 1 / N - xhat[m, j] * xhat[n, j] / N))',
      'the sum over i keeps one feature',
    ),
    line(
      'rstd[j] * (g[n, j] - mean(m, g[m, j]) - xhat[n, j] * mean(m, g[m, j] * xhat[m, j]))',
      'sum over m',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
