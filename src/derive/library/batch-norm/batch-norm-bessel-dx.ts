import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { besselLetters } from './letters.js';

/** What dividing the variance by N − 1 does to the gradient. */
export const batchNormBesselDx: Derivation = {
  name: 'batch-norm-bessel-dx',
  title: 'The gradient when the variance divides by N − 1',
  says: 'One factor changes, and only in the last term. Whoever normalizes with N − 1 but keeps the usual backward has a wrong gradient that looks right for large batches.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: dx',
  letters: besselLetters,
  lines: [
    line('D(L, x[n, j])'),
    line('sum(m, i, g[m, i] * D(xhat[m, i], x[n, j]))', 'chain rule; γ is a factor, β a constant'),
    line(
      'sum(m, g[m, j] * ((eye(m, n) - 1 / N) * rstd[j] + (x[m, j] - mu[j]) * D(rstd[j], x[n, j])))',
      'product rule; features do not mix',
    ),
    line(
      'sum(m, g[m, j] * ((eye(m, n) - 1 / N) * rstd[j] - (x[m, j] - mu[j]) * rstd[j]^3 * (x[n, j] - mu[j]) / (N - 1)))',
      'the derivative of this variance is $2 (x_{nj} - \\mu_j) / (N - 1)$',
      { forbid: ['D'] },
    ),
    line(
      'rstd[j] * sum(m, g[m, j] * (eye(m, n) - 1 / N - xhat[m, j] * xhat[n, j] / (N - 1)))',
      'twice a deviation times r is x̂',
    ),
    line(
      'rstd[j] * (g[n, j] - mean(m, g[m, j]) - xhat[n, j] * sum(m, g[m, j] * xhat[m, j]) / (N - 1))',
      'sum over m',
      { forbid: ['D', 'eye'] },
    ),
    line(
      'rstd[j] * (g[n, j] - mean(m, g[m, j]) - N / (N - 1) * xhat[n, j] * mean(m, g[m, j] * xhat[m, j]))',
      'a sum is N times a mean',
    ),
  ],
};
