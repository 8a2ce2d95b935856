import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** mean(x̂²) = σ² / (σ² + ε). */
export const layerNormXhatSquare: Derivation = {
  name: 'layer-norm-xhat-square',
  title: 'The mean square of x̂',
  says: 'The squares of x̂ average to a little less than 1. What is missing is the share of ε in σ² + ε.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: layerNormLetters,
  lines: [
    line('mean(i, xhat[i]^2)'),
    line('mean(i, (c[i] * rstd)^2)', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('rstd^2 * mean(i, c[i]^2)', '$r$ is the same for all $i$, so its square goes in front', {
      forbid: ['xhat'],
    }),
    line('rstd^2 * variance', 'the mean of $c^2$ is $\\sigma^2$', { forbid: ['mean', 'sum'] }),
    line('variance / (variance + eps)', '$r = 1 / \\sqrt{\\sigma^2 + \\varepsilon}$, squared', {
      forbid: ['rstd'],
    }),
    line('1 - eps / (variance + eps)', '$\\sigma^2$ is $\\sigma^2 + \\varepsilon$ without $\\varepsilon$', {
      forbid: ['rstd'],
    }),
  ],
};
