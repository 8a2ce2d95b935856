import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { weightNormLetters } from './letters.js';

/** The direction learns only sideways, and slower the longer v is. */
export const weightNormDv: Derivation = {
  name: 'weight-norm-dv',
  title: 'The gradient for the direction',
  says: 'Take what came from above, subtract its part along u, and scale by g / ‖v‖. Weight normalization has a projection in its backward too.',
  source: 'Salimans and Kingma (2016), arXiv:1602.07868, section 2.1',
  agreesWith: 'norm/weight-norm: dv',
  letters: weightNormLetters,
  lines: [
    line('D(L, v[j])'),
    line('sum(i, dw[i] * D(w[i], v[j]))', 'chain rule'),
    line('sum(i, dw[i] * gain * D(u[i], v[j]))', 'the length g is a factor'),
    line('sum(i, dw[i] * gain * (eye(i, j) / norm - v[i] / norm^2 * D(norm, v[j])))', 'quotient rule'),
    line('sum(i, dw[i] * gain * (eye(i, j) / norm - u[i] * u[j] / norm))', 'the length of v grows by $u_j$', {
      forbid: ['D'],
    }),
    line('gain / norm * (dw[j] - u[j] * sum(i, dw[i] * u[i]))', 'sum over i', { forbid: ['D', 'eye'] }),
  ],
};
