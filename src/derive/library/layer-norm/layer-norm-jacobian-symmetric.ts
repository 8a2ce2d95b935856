import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** Jᵀ = J. */
export const layerNormJacobianSymmetric: Derivation = {
  name: 'layer-norm-jacobian-symmetric',
  title: 'The Jacobian is symmetric',
  says: 'A nudge at j moves x̂ at i exactly as a nudge at i moves x̂ at j. So forwards and backwards are the same matrix.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters: layerNormLetters,
  lines: [
    line('D(xhat[i], x[j])'),
    line('rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C)', 'the Jacobian of $\\hat{x}$', {
      forbid: ['D'],
    }),
    line(
      'rstd * (eye(j, i) - 1 / C - xhat[j] * xhat[i] / C)',
      'nothing in it minds the order of $i$ and $j$',
      { forbid: ['D'] },
    ),
    line('D(xhat[j], x[i])', 'the Jacobian again, with $i$ and $j$ exchanged', { forbid: ['eye'] }),
  ],
};
