import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { scaleNormLetters } from './letters.js';

/** RMSNorm with one learned number for the whole row; also the backward of weight normalization. */
export const scaleNormDx: Derivation = {
  name: 'scale-norm-dx',
  title: 'The gradient of ScaleNorm for x',
  says: 'Divide by the length, multiply by one learned g. On the way back the part along x is lost and the rest scaled: RMSNorm in other units.',
  source: 'Nguyen and Salazar (2019), arXiv:1910.05895, for the layer; the gradient is derived here',
  agreesWith: 'norm/scale-norm: dx',
  letters: scaleNormLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, dy[i] * gain * D(u[i], x[j]))', 'chain rule; g is a factor'),
    line('sum(i, dy[i] * gain * (eye(i, j) / norm - x[i] / norm^2 * D(norm, x[j])))', 'quotient rule'),
    line('sum(i, dy[i] * gain * (eye(i, j) / norm - u[i] * u[j] / norm))', 'the length grows by $u_j$', {
      forbid: ['D'],
    }),
    line('gain / norm * (dy[j] - u[j] * sum(i, dy[i] * u[i]))', 'sum over i', { forbid: ['D', 'eye'] }),
  ],
};
