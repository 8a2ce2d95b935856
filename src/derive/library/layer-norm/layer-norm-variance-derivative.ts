import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** ∂σ²/∂xⱼ = 2 cⱼ / C. */
export const layerNormVarianceDerivative: Derivation = {
  name: 'layer-norm-variance-derivative',
  title: 'How the variance moves',
  says: 'An entry above the mean, pushed up, raises the variance; one below lowers it. That the mean moves as well makes no difference, so it may be held still (a stop_gradient around the mean inside the variance is harmless).',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian of the variance',
  letters: layerNormLetters,
  lines: [
    line('D(variance, x[j])'),
    line('mean(k, 2 * c[k] * D(c[k], x[j]))', 'chain rule for the squares', { forbid: ['variance'] }),
    line(
      'mean(k, 2 * c[k] * (eye(k, j) - D(mu, x[j])))',
      '$c = x - \\mu$: an entry moves by itself and with the mean',
      { forbid: ['variance'] },
    ),
    line(
      'mean(k, 2 * c[k] * eye(k, j)) - 2 * mean(k, c[k]) * D(mu, x[j])',
      'the part with the mean held still, and the part that goes through the mean',
      { forbid: ['variance'] },
    ),
    line('mean(k, 2 * c[k] * eye(k, j))', 'the deviations have mean 0, so nothing goes through the mean', {
      forbid: ['D', 'mean(c)', 'sum(c)'],
    }),
    line('2 * c[j] / C', 'of the sum over $k$ one term is left', {
      forbid: ['D', 'eye', 'mean(c)', 'sum(c)'],
    }),
  ],
};
