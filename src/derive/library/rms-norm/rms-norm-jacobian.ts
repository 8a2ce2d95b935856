import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormLetters } from './letters.js';

/** How x̂ answers a change of x: one direction is taken out, not two as in LayerNorm. */
export const rmsNormJacobian: Derivation = {
  name: 'rms-norm-jacobian',
  title: 'The Jacobian of RMSNorm',
  says: 'Change one number of x and every x̂ moves, since they share one scale. What is lost is the part along x̂; nothing is centred, so there is no second loss.',
  source: 'Zhang and Sennrich (2019), arXiv:1910.07467, for the layer; derived here',
  agreesWith: 'norm/rms-norm: jacobian',
  letters: rmsNormLetters,
  lines: [
    line('D(xhat[i], x[j])'),
    line('eye(i, j) * rstd + x[i] * D(rstd, x[j])', 'product rule'),
    line(
      'eye(i, j) * rstd - x[i] * rstd^3 * D(meanSquare, x[j]) / 2',
      'chain rule: $s^{-1/2}$ has the derivative $-\\frac{1}{2} s^{-3/2}$',
    ),
    line('eye(i, j) * rstd - x[i] * rstd^3 * x[j] / C', 'the mean square has the derivative $2 x_j / C$', {
      forbid: ['D'],
    }),
    line('rstd * (eye(i, j) - xhat[i] * xhat[j] / C)', 'two of the factors r make x̂ of x'),
  ],
};
