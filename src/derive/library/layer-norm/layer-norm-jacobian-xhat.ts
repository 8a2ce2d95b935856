import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** J x̂ = ε r³ x̂: the leak of ε. */
export const layerNormJacobianXhat: Derivation = {
  name: 'layer-norm-jacobian-xhat',
  title: 'A direction that is almost lost: x̂',
  says: 'Stretch the row away from its mean and the output hardly moves. Only ε lets something through; without it nothing would.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters: layerNormLetters,
  lines: [
    line('sum(j, D(xhat[i], x[j]) * xhat[j])'),
    line(
      'sum(j, rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C) * xhat[j])',
      'the Jacobian of $\\hat{x}$',
      { forbid: ['D'] },
    ),
    line('rstd * (xhat[i] - mean(j, xhat[j]) - xhat[i] * mean(j, xhat[j]^2))', 'sum over $j$', {
      forbid: ['D', 'eye'],
    }),
    line('rstd * xhat[i] * (1 - mean(j, xhat[j]^2))', '$\\hat{x}$ has mean 0', { forbid: ['D', 'eye'] }),
    line(
      'rstd * xhat[i] * (1 - variance / (variance + eps))',
      'and mean square $\\sigma^2 / (\\sigma^2 + \\varepsilon)$',
      { forbid: ['D', 'eye', 'mean', 'sum'] },
    ),
    line('rstd * xhat[i] * (eps / (variance + eps))', 'over one denominator', {
      forbid: ['D', 'eye', 'mean', 'sum'],
    }),
    line('eps * rstd^3 * xhat[i]', '$1 / (\\sigma^2 + \\varepsilon)$ is $r^2$', {
      forbid: ['D', 'eye', 'variance'],
    }),
  ],
};
