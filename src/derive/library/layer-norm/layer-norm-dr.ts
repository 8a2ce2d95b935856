import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromRstdLetters } from './letters-cut.js';

/** dr = Σ g ⊙ c. */
export const layerNormDr: Derivation = {
  name: 'layer-norm-dr',
  title: 'What arrives at r',
  says: 'r multiplies every entry of c, so it hears from every entry: the sum of g ⊙ c.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of rstd',
  letters: fromRstdLetters,
  lines: [
    line('D(L, rstd)'),
    line('sum(i, g[i] * D(xhat[i], rstd))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line('sum(i, g[i] * c[i])', '$\\hat{x} = c r$, with $c$ held still', { forbid: ['L', 'D'] }),
  ],
};
