import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** ‖dx‖² ≤ r² ‖g‖². */
export const layerNormDxShrinks: Derivation = {
  name: 'layer-norm-dx-shrinks',
  title: 'The gradient never grows by more than r',
  says: 'What is removed from g are two parts of it, and removing parts makes nothing longer. So dx is at most r times as long as g: where a row spreads widely, r is small and its gradient with it.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: layerNormLetters,
  lines: [
    line('sum(j, D(L, x[j])^2)'),
    line(
      'sum(j, rstd^2 * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))^2)',
      'equation (8), squared',
      { forbid: ['D'] },
    ),
    line(
      'rstd^2 * (sum(j, (g[j] - mean(i, g[i]))^2) - 2 * mean(i, g[i] * xhat[i]) * sum(j, (g[j] - mean(i, g[i])) * xhat[j]) + mean(i, g[i] * xhat[i])^2 * sum(j, xhat[j]^2))',
      'the square of a difference, summed term by term',
      { forbid: ['D'] },
    ),
    line(
      'rstd^2 * (sum(j, (g[j] - mean(i, g[i]))^2) - 2 * C * mean(i, g[i] * xhat[i])^2 + mean(i, g[i] * xhat[i])^2 * sum(j, xhat[j]^2))',
      '$\\hat{x}$ sums to 0, so in the middle the mean of $g$ drops out; a sum is $C$ times a mean',
      { forbid: ['D'] },
    ),
    line(
      'rstd^2 * (sum(j, (g[j] - mean(i, g[i]))^2) - (2 - mean(j, xhat[j]^2)) * C * mean(i, g[i] * xhat[i])^2)',
      'collect what stands before the square',
      { forbid: ['D'] },
    ),
    line(
      'rstd^2 * (sum(j, g[j]^2) - C * mean(i, g[i])^2 - (2 - mean(j, xhat[j]^2)) * C * mean(i, g[i] * xhat[i])^2)',
      'the variance of $g$ in its other form',
      { forbid: ['D'] },
    ),
    line(
      'rstd^2 * (sum(j, g[j]^2) - C * mean(i, g[i])^2 - (1 + eps / (variance + eps)) * C * mean(i, g[i] * xhat[i])^2)',
      'the mean square of $\\hat{x}$ is $1 - \\varepsilon / (\\sigma^2 + \\varepsilon)$',
      { forbid: ['D'] },
    ),
    line('rstd^2 * sum(j, g[j]^2)', 'two squares less', { relation: '<=', forbid: ['D', 'xhat'] }),
  ],
};
