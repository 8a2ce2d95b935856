import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** J 1 = 0. */
export const layerNormJacobianOnes: Derivation = {
  name: 'layer-norm-jacobian-ones',
  title: 'A direction that is lost: 1',
  says: 'Move all entries by the same amount and the output does not move. That is shift invariance, seen as a derivative.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters: layerNormLetters,
  lines: [
    line('sum(j, D(xhat[i], x[j]))'),
    line('sum(j, rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C))', 'the Jacobian of $\\hat{x}$', {
      forbid: ['D'],
    }),
    line('rstd * (1 - 1 - xhat[i] * mean(j, xhat[j]))', 'sum over $j$: a single 1, then $C$ times $1/C$', {
      forbid: ['D', 'eye'],
    }),
    line('rstd * (1 - 1 - xhat[i] * 0)', '$\\hat{x}$ has mean 0', { forbid: ['D', 'eye', 'mean', 'sum'] }),
    line('0', 'nothing is left', { forbid: ['D', 'eye', 'rstd'] }),
  ],
};
