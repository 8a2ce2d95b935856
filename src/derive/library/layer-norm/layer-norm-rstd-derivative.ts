import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** ∂r/∂xⱼ = −r² x̂ⱼ / C. */
export const layerNormRstdDerivative: Derivation = {
  name: 'layer-norm-rstd-derivative',
  title: 'How r moves',
  says: 'Push an entry away from the mean and r falls: its gradient points against x̂.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian of rstd',
  letters: layerNormLetters,
  lines: [
    line('D(rstd, x[j])'),
    line(
      '-1 / 2 * (variance + eps)^(-3 / 2) * D(variance, x[j])',
      '$r$ is the power $-1/2$ of $\\sigma^2 + \\varepsilon$; chain rule',
    ),
    line('-1 / 2 * rstd^3 * D(variance, x[j])', 'the power $-3/2$ is the cube of $r$'),
    line('-1 / 2 * rstd^3 * (2 * c[j] / C)', 'the derivative of the variance', { forbid: ['D'] }),
    line('-rstd^2 * (c[j] * rstd) / C', '2 cancels; one $r$ goes to $c$', { forbid: ['D'] }),
    line('-rstd^2 * xhat[j] / C', '$c r$ is $\\hat{x}$', { forbid: ['D', 'c', 'x'] }),
  ],
};
