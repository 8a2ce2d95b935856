import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormLetters } from './letters.js';

/** The gradient of RMSNorm for its input: equation (8) of LayerNorm without the mean of g. */
export const rmsNormDx: Derivation = {
  name: 'rms-norm-dx',
  title: 'The gradient for x',
  says: "Take g = γ ⊙ dy, subtract x̂ times the mean of g ⊙ x̂, multiply by r. (At ε = 0 that is its part along x̂.) It is LayerNorm's formula with one term fewer.",
  source: 'Zhang and Sennrich (2019), arXiv:1910.07467, for the layer; the gradient is derived here',
  agreesWith: 'norm/rms-norm: dx',
  letters: rmsNormLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, dy[i] * D(y[i], x[j]))', 'chain rule'),
    line('sum(i, g[i] * D(xhat[i], x[j]))', 'γ is a factor'),
    line('sum(i, g[i] * rstd * (eye(i, j) - xhat[i] * xhat[j] / C))', 'the Jacobian of x̂', { forbid: ['D'] }),
    line('rstd * (g[j] - xhat[j] * mean(i, g[i] * xhat[i]))', 'sum over i', { forbid: ['D', 'eye'] }),
  ],
};
