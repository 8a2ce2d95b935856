import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** LN(x) = RMSNorm(x − μ). */
export const layerNormIsRmsNormOfCentred: Derivation = {
  name: 'layer-norm-is-rms-norm-of-centred',
  title: 'LayerNorm is RMSNorm of the centred row',
  says: 'Subtract the mean, then divide by the root of the mean square: LayerNorm is these two steps, and RMSNorm is the second alone.',
  source: 'Zhang and Sennrich (2019), arXiv:1910.07467, for RMSNorm; derived here',
  agreesWith: 'norm/rms-norm: y, of the centred row',
  letters: layerNormLetters,
  lines: [
    line('xhat[i]'),
    line('c[i] * rstd', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('c[i] / sqrt(variance + eps)', 'the definition of $r$', { forbid: ['xhat', 'rstd'] }),
    line(
      'c[i] / sqrt(mean(k, c[k]^2) + eps)',
      'the definition of $\\sigma^2$: below the root stands the mean square of $c$, which is all that RMSNorm knows',
      { forbid: ['xhat', 'rstd', 'variance'] },
    ),
  ],
};
