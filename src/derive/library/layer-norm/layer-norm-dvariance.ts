import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromVarianceLetters } from './letters-cut.js';

/** dσ² = −½ r³ dr. */
export const layerNormDvariance: Derivation = {
  name: 'layer-norm-dvariance',
  title: 'What arrives at the variance',
  says: 'One step further back: the variance reaches the loss only through r, and r falls as the variance grows.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of the variance',
  letters: fromVarianceLetters,
  lines: [
    line('D(L, variance)'),
    line('sum(i, g[i] * D(xhat[i], variance))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line(
      'sum(i, g[i] * c[i]) * D(rstd, variance)',
      '$\\hat{x} = c r$: the sum in front is what arrives at $r$',
      { forbid: ['L'] },
    ),
    line(
      'sum(i, g[i] * c[i]) * (-1 / 2 * (variance + eps)^(-3 / 2))',
      '$r$ is the power $-1/2$ of $\\sigma^2 + \\varepsilon$',
      { forbid: ['L', 'D'] },
    ),
    line('-1 / 2 * rstd^3 * sum(i, g[i] * c[i])', 'the power $-3/2$ is the cube of $r$', {
      forbid: ['L', 'D', 'variance'],
    }),
  ],
};
