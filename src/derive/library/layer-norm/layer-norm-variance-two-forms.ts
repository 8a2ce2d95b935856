import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** σ² = mean(x²) − μ². */
export const layerNormVarianceTwoForms: Derivation = {
  name: 'layer-norm-variance-two-forms',
  title: 'The variance in two forms',
  says: 'The mean square of the deviations is the mean of the squares less the square of the mean. True on paper; with rounded numbers of a large offset the second form loses its digits.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: variance',
  letters: layerNormLetters,
  lines: [
    line('variance'),
    line('mean(i, (x[i] - mu)^2)', 'the definition of $\\sigma^2$', { forbid: ['variance'] }),
    line('mean(i, x[i]^2 - 2 * mu * x[i] + mu^2)', 'the square of a difference', {
      forbid: ['variance', 'c'],
    }),
    line(
      'mean(i, x[i]^2) - 2 * mu * mean(i, x[i]) + mu^2',
      'the mean of a sum is the sum of the means; $\\mu$ is the same for all $i$',
      { forbid: ['variance', 'c'] },
    ),
    line('mean(i, x[i]^2) - 2 * mu * mu + mu^2', 'the mean of $x$ is $\\mu$', { forbid: ['variance', 'c'] }),
    line('mean(i, x[i]^2) - mu^2', '$-2\\mu^2 + \\mu^2$', { forbid: ['c', 'variance'], maxNodes: 24 }),
  ],
};
