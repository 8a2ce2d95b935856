import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** ∂μ/∂xⱼ = 1/C. */
export const layerNormDmean: Derivation = {
  name: 'layer-norm-dmean',
  title: 'How the mean moves',
  says: 'Nudge one entry of a row: the mean follows by a C-th of it, whichever entry it was.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian of the mean',
  letters: layerNormLetters,
  lines: [
    line('D(mu, x[j])'),
    line('mean(k, D(x[k], x[j]))', 'the derivative of a mean is the mean of the derivatives', {
      forbid: ['mu'],
    }),
    line('mean(k, eye(k, j))', '$x_k$ moves only if it is $x_j$ itself', { forbid: ['D'] }),
    line('1 / C', 'one 1 among $C$ numbers', { forbid: ['D', 'eye'] }),
  ],
};
