import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromXhatLetters } from './letters-cut.js';

/** dx̂ = γ ⊙ dy = g. */
export const layerNormG: Derivation = {
  name: 'layer-norm-g',
  title: 'What arrives at x̂',
  says: 'On its way back dy meets γ first. Their product g = γ ⊙ dy is all that x̂ hears of the loss.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of xhat',
  letters: fromXhatLetters,
  lines: [
    line('D(L, xhat[j])'),
    line('sum(i, dy[i] * D(y[i], xhat[j]))', 'chain rule', { forbid: ['L'] }),
    line('dy[j] * D(y[j], xhat[j])', 'only $y_j$ holds $\\hat{x}_j$', { forbid: ['L', 'sum'] }),
    line('dy[j] * gamma[j]', '$y = \\gamma \\hat{x} + \\beta$', { forbid: ['L', 'D', 'g'] }),
    line('g[j]', 'its name', { forbid: ['L', 'D', 'dy'] }),
  ],
};
