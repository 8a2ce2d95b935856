import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { spectralNormLetters } from './letters.js';

/** u and v come from power iteration and are held still; only W and the length σ that they measure move. */
export const spectralNormDw: Derivation = {
  name: 'spectral-norm-dw',
  title: 'The gradient for the weights',
  says: 'Dividing by σ costs the gradient its part along u vᵀ: the network may not make its weights look larger than they are.',
  source: 'Miyato, Kataoka, Koyama and Yoshida (2018), arXiv:1802.05957, for the layer; derived here',
  agreesWith: 'norm/spectral-norm: dw',
  letters: spectralNormLetters,
  lines: [
    line('D(L, W[i, j])'),
    line('sum(m, k, dWbar[m, k] * D(Wbar[m, k], W[i, j]))', 'chain rule'),
    line(
      'sum(m, k, dWbar[m, k] * (eye(m, i) * eye(k, j) / sigma - W[m, k] / sigma^2 * D(sigma, W[i, j])))',
      'quotient rule',
    ),
    line(
      'sum(m, k, dWbar[m, k] * (eye(m, i) * eye(k, j) / sigma - W[m, k] / sigma^2 * u[i] * v[j]))',
      'σ is linear in W, with the factor $u_i v_j$',
      { forbid: ['D'] },
    ),
    line('(dWbar[i, j] - u[i] * v[j] * sum(m, k, dWbar[m, k] * Wbar[m, k])) / sigma', 'sum over m and k', {
      forbid: ['D', 'eye'],
    }),
  ],
};
