import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromRstdLetters } from './letters-cut.js';

/** The first path to c: r · g. */
export const layerNormDirectPath: Derivation = {
  name: 'layer-norm-direct-path',
  title: 'The direct path',
  says: 'Hold r still. Then x̂ = c · r is a product with a constant, and g comes through it multiplied by r.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of c with rstd held',
  letters: fromRstdLetters,
  lines: [
    line('D(L, c[j])'),
    line('sum(i, g[i] * D(xhat[i], c[j]))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line('g[j] * D(xhat[j], c[j])', 'only $\\hat{x}_j$ holds $c_j$', { forbid: ['L', 'sum'] }),
    line('g[j] * rstd', '$\\hat{x} = c r$, with $r$ held still', { forbid: ['L', 'D'] }),
  ],
};
