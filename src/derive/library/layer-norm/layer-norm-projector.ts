import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

const letters: Letters = {
  ...layerNormWithoutEpsLetters,
  definitions: {
    ...layerNormWithoutEpsLetters.definitions,
    'Q[i, j]': 'eye(i, j) - 1 / C - xhat[i] * xhat[j] / C',
  },
};

/** Q Q = Q for Q = I − 11ᵀ/C − x̂x̂ᵀ/C, at ε = 0. */
export const layerNormProjector: Derivation = {
  name: 'layer-norm-projector',
  title: 'Without ε the Jacobian is r times a projection',
  says: 'Do it twice and nothing further happens: the matrix between the brackets removes two directions, and removed they stay.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian times 1 / rstd, at eps 0',
  letters,
  lines: [
    line('sum(k, Q[i, k] * Q[k, j])'),
    line('sum(k, (eye(i, k) - 1 / C - xhat[i] * xhat[k] / C) * Q[k, j])', 'the first $Q$, written out'),
    line('Q[i, j] - mean(k, Q[k, j]) - xhat[i] * mean(k, xhat[k] * Q[k, j])', 'sum over $k$', {
      forbid: ['eye'],
    }),
    line(
      'Q[i, j] - (1 / C - 1 / C - mean(k, xhat[k]) * xhat[j] / C) - xhat[i] * mean(k, xhat[k] * Q[k, j])',
      'the mean over a column of $Q$',
      { forbid: ['eye'] },
    ),
    line('Q[i, j] - xhat[i] * mean(k, xhat[k] * Q[k, j])', '$\\hat{x}$ has mean 0: that column sums to 0', {
      forbid: ['eye'],
    }),
    line(
      'Q[i, j] - xhat[i] * (xhat[j] / C - mean(k, xhat[k]) / C - mean(k, xhat[k]^2) * xhat[j] / C)',
      'the second $Q$, written out and summed over $k$',
      { forbid: ['eye'] },
    ),
    line(
      'Q[i, j] - xhat[i] * (xhat[j] / C - 0 - 1 * xhat[j] / C)',
      '$\\hat{x}$ has mean 0 and, without $\\varepsilon$, mean square 1',
      { forbid: ['eye', 'mean', 'sum'] },
    ),
    line('Q[i, j]', 'the bracket is 0', { forbid: ['eye', 'mean', 'sum', 'xhat'] }),
  ],
};
