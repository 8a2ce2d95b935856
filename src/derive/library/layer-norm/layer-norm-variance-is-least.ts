import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  variables: { ...layerNormLetters.variables, t: 'number' },
};

/** mean((x − (μ + t))²) = σ² + t² ≥ σ². */
export const layerNormVarianceIsLeast: Derivation = {
  name: 'layer-norm-variance-is-least',
  title: 'Around the mean the spread is least',
  says: 'The mean square of the distances to a number is a parabola in that number. Its lowest point is the mean, its lowest value the variance.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: variance',
  letters,
  lines: [
    line('mean(k, (x[k] - (mu + t))^2)'),
    line('mean(k, (c[k] - t)^2)', '$x - \\mu$ is $c$', { forbid: ['x', 'mu'] }),
    line('mean(k, c[k]^2 - 2 * t * c[k] + t^2)', 'the square of a difference', { forbid: ['x', 'mu'] }),
    line('variance - 2 * t * mean(k, c[k]) + t^2', 'mean for mean; the first one is $\\sigma^2$', {
      forbid: ['x', 'mu'],
    }),
    line('variance + t^2', 'the deviations have mean 0', { forbid: ['x', 'mu', 'c'] }),
    line('variance', 'a square is never negative', { relation: '>=', forbid: ['x', 'mu', 'c', 't'] }),
  ],
};
