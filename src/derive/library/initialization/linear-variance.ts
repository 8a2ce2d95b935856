import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { drawnWeightsLetters } from './letters.js';

/** The variance of a sum of n products. */
export const linearVariance: Derivation = {
  name: 'linear-variance',
  title: 'Var(Wx) = n · Var(w) · E[x²]',
  says: 'A linear layer adds up n products. Weights that know nothing of each other share nothing, so only squares are left: n times the variance of the weights times the mean square of what comes in, not its variance.',
  source: 'He et al. (2015), arXiv:1502.01852, section 2.2; derived here',
  agreesWith: 'nn/initialization: kaimingDeviation',
  letters: drawnWeightsLetters,
  lines: [
    line('sum(i, j, x[i] * x[j] * product[i, j])'),
    line(
      'sum(i, j, x[i] * x[j] * spread * eye(i, j))',
      'over all draws, $w_i w_j$ has the mean 0, and $w_i^2$ the mean $\\sigma_w^2$',
      { forbid: ['product'] },
    ),
    line('sum(i, spread * x[i]^2)', 'the sum over j keeps one term', { forbid: ['product', 'eye'] }),
    line('n * spread * mean(i, x[i]^2)', 'n times the mean'),
  ],
};
