import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** Σ dx = 0. */
export const layerNormDxSum: Derivation = {
  name: 'layer-norm-dx-sum',
  title: 'The gradient sums to 0',
  says: 'LayerNorm does not see a shift of the row, so the gradient may not ask for one: the entries of dx cancel.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: layerNormLetters,
  lines: [
    line('sum(j, D(L, x[j]))'),
    line('sum(j, rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i])))', 'equation (8)', {
      forbid: ['D'],
    }),
    line(
      'rstd * (sum(j, g[j]) - C * mean(i, g[i]) - sum(j, xhat[j]) * mean(i, g[i] * xhat[i]))',
      'sum term by term',
      { forbid: ['D'] },
    ),
    line('rstd * (sum(j, g[j]) - C * mean(i, g[i]))', '$\\hat{x}$ sums to 0', { forbid: ['D', 'xhat'] }),
    line('0', '$C$ times the mean is the sum', { forbid: ['D', 'xhat', 'rstd'] }),
  ],
};
