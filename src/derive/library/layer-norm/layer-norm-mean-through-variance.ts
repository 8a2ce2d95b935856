import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  variables: { ...layerNormLetters.variables, t: 'number' },
};

/** d/dt mean((x − (μ + t))²) = 2t, which is 0 at the mean. */
export const layerNormMeanThroughVariance: Derivation = {
  name: 'layer-norm-mean-through-variance',
  title: 'The path that vanishes',
  says: 'Subtract not the mean but a number t beside it. The spread around it changes with slope 2t, so at the mean itself, t = 0, the slope is 0: no gradient reaches μ through the variance.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of mu through the variance',
  letters,
  lines: [
    line('D(mean(k, (x[k] - (mu + t))^2), t)'),
    line('mean(k, -2 * (x[k] - (mu + t)))', 'the derivative of a square, times the inner derivative $-1$', {
      forbid: ['D'],
    }),
    line('-2 * (mean(k, x[k]) - (mu + t))', 'the mean of a difference is the difference of the means', {
      forbid: ['D'],
    }),
    line('-2 * (mu - (mu + t))', 'the mean of $x$ is $\\mu$', { forbid: ['D', 'x', 'mean', 'sum'] }),
    line('2 * t', '$\\mu$ drops out; where LayerNorm stands, $t$ is 0', { forbid: ['D', 'x', 'mu'] }),
  ],
};
