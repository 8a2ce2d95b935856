import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { filterResponseNormLetters } from './letters.js';

/** The threshold answers for the places where it is the output. */
export const filterResponseNormDtau: Derivation = {
  name: 'filter-response-norm-dtau',
  title: 'The gradient for τ',
  says: 'Where y lies below τ, τ itself is the output, and what comes from above is its gradient. Above, it has no say.',
  source:
    'Singh and Krishnan (2020), arXiv:1911.09737, section 3, for the layer; the gradient is derived here',
  agreesWith: 'norm/filter-response-norm: dtau',
  letters: filterResponseNormLetters,
  lines: [
    line('D(L, tau[i])'),
    line('sum(j, t, dz[j, t] * D(z[j, t], tau[i]))', 'chain rule'),
    line('sum(j, t, dz[j, t] * eye(i, j) * (1 - open[j, t]))', 'a τ stands only in its own channel', {
      forbid: ['D'],
    }),
    line('sum(t, (1 - open[i, t]) * dz[i, t])', 'the sum over j keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
