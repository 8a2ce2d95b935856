import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { filterResponseNormLetters } from './letters.js';

/** RMSNorm's gradient over the positions of a channel, for what comes through the threshold. */
export const filterResponseNormDx: Derivation = {
  name: 'filter-response-norm-dx',
  title: 'The gradient for x',
  says: "The threshold lets through what comes back above τ, m, and nothing below. What is left is RMSNorm's formula, over the positions of one channel: no mean of g, since nothing was centred.",
  source:
    'Singh and Krishnan (2020), arXiv:1911.09737, section 3, for the layer; the gradient is derived here',
  agreesWith: 'norm/filter-response-norm: dx',
  letters: filterResponseNormLetters,
  lines: [
    line('D(L, x[i, s])'),
    line('sum(j, t, dz[j, t] * D(z[j, t], x[i, s]))', 'chain rule'),
    line('sum(j, t, g[j, t] * D(xhat[j, t], x[i, s]))', 'γ and m are factors, β and τ constants'),
    line(
      'sum(t, g[i, t] * rstd[i] * (eye(s, t) - xhat[i, t] * xhat[i, s] / S))',
      'the Jacobian of x̂; other channels give nothing',
      { forbid: ['D'] },
    ),
    line('rstd[i] * (g[i, s] - xhat[i, s] * mean(t, g[i, t] * xhat[i, t]))', 'sum over the positions', {
      forbid: ['D', 'eye'],
    }),
  ],
};
