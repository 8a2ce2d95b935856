import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { adaLayerNormLetters } from './letters.js';

/** dγ of LayerNorm, but for each sample by itself. */
export const adaLayerNormDscale: Derivation = {
  name: 'ada-layer-norm-dscale',
  title: 'The gradient for the scale of a sample',
  says: "LayerNorm's dγ adds up over all rows of the batch, since one γ serves them all. A scale serves the rows of its own sample, so it adds up over those.",
  source:
    'Peebles and Xie (2023), arXiv:2212.09748, section 3.2, for the layer; the gradient is derived here',
  agreesWith: 'norm/ada-layer-norm: dscale',
  letters: adaLayerNormLetters,
  lines: [
    line('D(L, scale[n, i])'),
    line('sum(m, t, j, dy[m, t, j] * D(y[m, t, j], scale[n, i]))', 'chain rule'),
    line(
      'sum(m, t, j, dy[m, t, j] * eye(m, n) * eye(i, j) * xhat[m, t, j])',
      'a scale stands in its own sample and feature only',
      { forbid: ['D'] },
    ),
    line('sum(t, dy[n, t, i] * xhat[n, t, i])', 'the sums over m and j keep one term', {
      forbid: ['D', 'eye'],
    }),
  ],
};
