import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { switchableNormLetters } from './letters.js';

/** The same softmax, behind a root. */
export const switchableNormDvarianceLogits: Derivation = {
  name: 'switchable-norm-dvariance-logits',
  title: 'The gradient for the logits of the variances',
  says: 'b says what a little more of each variance would do. From there on it is the formula of the means.',
  source: 'Luo et al. (2019), arXiv:1806.10779, section 2, for the layer; the gradient is derived here',
  agreesWith: 'norm/switchable-norm: dvarianceLogits',
  letters: switchableNormLetters,
  lines: [
    line('D(L, varianceLogits[k])'),
    line(
      'sum(n, i, s, g[n, i, s] * D(xhat[n, i, s], varianceLogits[k]))',
      'chain rule; γ is a factor, β a constant',
    ),
    line(
      'sum(n, i, s, g[n, i, s] * (x[n, i, s] - mu[n, i]) * D(rstd[n, i], varianceLogits[k]))',
      'the logits of the variances move r and nothing else',
    ),
    line(
      'sum(n, i, s, -1 / 2 * g[n, i, s] * xhat[n, i, s] * rstd[n, i]^2 * D(variance[n, i], varianceLogits[k]))',
      'the derivative of a power; $(x - \\mu) r$ is x̂',
    ),
    line('sum(l, b[l] * D(p[l], varianceLogits[k]))', 'σ² is a sum over the three; collect'),
    line('p[k] * (b[k] - sum(l, p[l] * b[l]))', 'the Jacobian of softmax, as for the means', {
      forbid: ['D', 'eye'],
    }),
  ],
};
