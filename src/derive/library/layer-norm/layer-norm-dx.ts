import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** Equation (8): the gradient of LayerNorm for its input, by the Jacobian. */
export const layerNormDx: Derivation = {
  name: 'layer-norm-dx',
  title: 'The gradient for x',
  says: 'Take g = γ ⊙ dy, subtract its mean, subtract its part along x̂, multiply by r.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: layerNormLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, dy[i] * D(y[i], x[j]))', 'chain rule', { forbid: ['L'] }),
    line('sum(i, g[i] * D(xhat[i], x[j]))', '$\\gamma$ is a factor, $\\beta$ a constant', {
      forbid: ['L', 'y'],
    }),
    line('sum(i, g[i] * rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C))', 'the Jacobian of $\\hat{x}$', {
      forbid: ['D'],
    }),
    line('rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))', 'sum over $i$', {
      forbid: ['D', 'eye'],
      maxNodes: 100,
    }),
  ],
};
