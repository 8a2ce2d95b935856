import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** mean(dx ⊙ x̂) = r mean(g ⊙ x̂) ε / (σ² + ε). */
export const layerNormDxAlongXhat: Derivation = {
  name: 'layer-norm-dx-along-xhat',
  title: 'Almost nothing along x̂',
  says: 'A stretch of the row is hardly seen either, so dx has hardly a part along x̂: a share ε / (σ² + ε) of what g had.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: layerNormLetters,
  lines: [
    line('mean(j, D(L, x[j]) * xhat[j])'),
    line(
      'mean(j, rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i])) * xhat[j])',
      'equation (8)',
      { forbid: ['D'] },
    ),
    line(
      'rstd * (mean(j, g[j] * xhat[j]) - mean(i, g[i]) * mean(j, xhat[j]) - mean(i, g[i] * xhat[i]) * mean(j, xhat[j]^2))',
      'the mean term by term',
      { forbid: ['D'] },
    ),
    line('rstd * mean(j, g[j] * xhat[j]) * (1 - mean(j, xhat[j]^2))', '$\\hat{x}$ has mean 0', {
      forbid: ['D'],
    }),
    line(
      'rstd * mean(j, g[j] * xhat[j]) * (1 - variance / (variance + eps))',
      'and mean square $\\sigma^2 / (\\sigma^2 + \\varepsilon)$',
      { forbid: ['D'] },
    ),
    line('rstd * mean(j, g[j] * xhat[j]) * (eps / (variance + eps))', 'over one denominator', {
      forbid: ['D'],
      maxNodes: 70,
    }),
  ],
};
