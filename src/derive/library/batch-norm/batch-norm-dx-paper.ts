import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { batchNormPathsLetters } from './letters.js';

/** The gradient as the paper has it, by three paths, brought to the short form. */
export const batchNormDxPaper: Derivation = {
  name: 'batch-norm-dx-paper',
  title: "From the paper's gradient to the short one",
  says: 'The paper sends the gradient along three roads: straight, through the variance, through the mean. Put them together and two roads turn into two projections.',
  source: 'Ioffe and Szegedy (2015), arXiv:1502.03167, section 3',
  agreesWith: 'norm/batch-norm: dx',
  letters: batchNormPathsLetters,
  lines: [
    line('D(L, x[n, j])'),
    line(
      'g[n, j] * rstd[j] + dvariance[j] * 2 * (x[n, j] - mu[j]) / N + dmu[j] / N',
      'three paths: straight, through the variance, through the mean',
      { forbid: ['D'] },
    ),
    line(
      'g[n, j] * rstd[j] + dvariance[j] * 2 * (x[n, j] - mu[j]) / N - rstd[j] * mean(m, g[m, j])',
      'deviations from a mean add up to 0, so the variance does not feel the mean',
    ),
    line(
      'g[n, j] * rstd[j] - rstd[j]^3 * sum(m, g[m, j] * (x[m, j] - mu[j])) * (x[n, j] - mu[j]) / N - rstd[j] * mean(m, g[m, j])',
      'put in the gradient for the variance',
      { forbid: ['dvariance'] },
    ),
    line(
      'g[n, j] * rstd[j] - rstd[j] * xhat[n, j] * mean(m, g[m, j] * xhat[m, j]) - rstd[j] * mean(m, g[m, j])',
      'twice a deviation times r is x̂',
    ),
    line(
      'rstd[j] * (g[n, j] - mean(m, g[m, j]) - xhat[n, j] * mean(m, g[m, j] * xhat[m, j]))',
      'r is a common factor',
    ),
  ],
};
