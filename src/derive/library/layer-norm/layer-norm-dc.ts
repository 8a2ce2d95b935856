import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromCentredLetters } from './letters-cut.js';

/** dc = r (g − x̂ mean(g ⊙ x̂)). */
export const layerNormDc: Derivation = {
  name: 'layer-norm-dc',
  title: 'What arrives at the deviations',
  says: 'Both paths together: g less its part along x̂, times r. Since nothing here asks c to sum to 0, this is the whole backward of RMSNorm.',
  source: 'Zhang and Sennrich (2019), arXiv:1910.07467, for RMSNorm; derived here',
  agreesWith: 'norm/rms-norm: dx',
  letters: fromCentredLetters,
  lines: [
    line('D(L, c[j])'),
    line('sum(i, g[i] * D(xhat[i], c[j]))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line('sum(i, g[i] * (eye(i, j) * rstd + c[i] * D(rstd, c[j])))', 'product rule for $\\hat{x} = c r$', {
      forbid: ['L'],
    }),
    line('rstd * g[j] + sum(i, g[i] * c[i]) * D(rstd, c[j])', 'the direct path, and the path through $r$', {
      forbid: ['L', 'eye'],
    }),
    line(
      'rstd * g[j] - 1 / 2 * rstd^3 * sum(i, g[i] * c[i]) * D(variance, c[j])',
      'the derivative of $r$ for the variance',
      { forbid: ['L', 'eye'] },
    ),
    line(
      'rstd * g[j] - 1 / 2 * rstd^3 * sum(i, g[i] * c[i]) * (2 * c[j] / C)',
      'the derivative of the mean of squares',
      { forbid: ['L', 'eye', 'D'] },
    ),
    line(
      'rstd * g[j] - rstd * (c[j] * rstd) * mean(i, g[i] * (c[i] * rstd))',
      '2 cancels, a sum over $C$ is a mean, and each $c$ gets one $r$',
      { forbid: ['L', 'eye', 'D'] },
    ),
    line('rstd * (g[j] - xhat[j] * mean(i, g[i] * xhat[i]))', '$c r$ is $\\hat{x}$; $r$ goes in front', {
      forbid: ['L', 'eye', 'D', 'c'],
    }),
  ],
};
