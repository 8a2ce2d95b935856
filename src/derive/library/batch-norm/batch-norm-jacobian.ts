import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { batchNormLetters } from './letters.js';

/** Features do not mix, samples do: the opposite of LayerNorm. */
export const batchNormJacobian: Derivation = {
  name: 'batch-norm-jacobian',
  title: 'Who sees whom',
  says: "In training each sample's output depends on every other sample of the batch, feature by feature. Features stay strangers.",
  source: 'Ioffe and Szegedy (2015), arXiv:1502.03167, for the layer; derived here',
  agreesWith: 'norm/batch-norm: jacobian',
  letters: batchNormLetters,
  lines: [
    line('D(xhat[m, i], x[n, j])'),
    line(
      '(D(x[m, i], x[n, j]) - D(mu[i], x[n, j])) * rstd[i] + (x[m, i] - mu[i]) * D(rstd[i], x[n, j])',
      'product rule',
    ),
    line(
      'eye(i, j) * (eye(m, n) - 1 / N) * rstd[i] + (x[m, i] - mu[i]) * D(rstd[i], x[n, j])',
      'a mean over the batch gives each sample $1/N$; another feature gives nothing',
    ),
    line(
      'eye(i, j) * (eye(m, n) - 1 / N) * rstd[i] - (x[m, i] - mu[i]) * rstd[i]^3 * D(variance[i], x[n, j]) / 2',
      'chain rule: $v^{-1/2}$ has the derivative $-\\frac{1}{2} v^{-3/2}$',
    ),
    line(
      'eye(i, j) * (eye(m, n) - 1 / N) * rstd[i] - (x[m, i] - mu[i]) * rstd[i]^3 * eye(i, j) * (x[n, i] - mu[i]) / N',
      'the derivative of the variance is $2 (x_{nj} - \\mu_j) / N$',
      { forbid: ['D'] },
    ),
    line(
      'eye(i, j) * rstd[i] * (eye(m, n) - 1 / N - xhat[m, i] * xhat[n, i] / N)',
      'twice a deviation times r is x̂',
    ),
  ],
};
