import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';

/** C rows; row j is 0 but for h at place j. */
const letters: Letters = {
  sizes: { C: [3, 4, 6] },
  indices: { i: 'C', j: 'C', k: 'C' },
  variables: { h: 'positive' },
  definitions: {
    'x[j, i]': 'h * eye(i, j)',
    'mu[j]': 'mean(k, x[j, k])',
    'c[j, i]': 'x[j, i] - mu[j]',
    'variance[j]': 'mean(k, c[j, k]^2)',
    'xhat[j, i]': 'c[j, i] / sqrt(variance[j])',
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', xhat: '\\hat{x}' },
};

/** x̂ = √(C − 1) where a one-hot row is hot, at ε = 0: the bound of `layer-norm-bound` is reached. */
export const layerNormOneHot: Derivation = {
  name: 'layer-norm-one-hot',
  title: 'The largest number that can come out',
  says: 'A row with one number that is not 0, however large: after LayerNorm that number is √(C − 1). No entry of any row gets beyond it.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters,
  lines: [
    line('xhat[j, j]'),
    line('c[j, j] / sqrt(variance[j])', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('(h - h / C) / sqrt(variance[j])', '$h$ stands at place $j$, and the mean of the row is $h / C$', {
      forbid: ['xhat', 'c'],
    }),
    line(
      '(h - h / C) / sqrt(mean(k, x[j, k]^2) - mu[j]^2)',
      'the variance is the mean square less the square of the mean',
      { forbid: ['xhat', 'c', 'variance'] },
    ),
    line('(h - h / C) / sqrt(h^2 / C - h^2 / C^2)', 'one $h^2$ among $C$ squares, and a mean of $h / C$', {
      forbid: ['xhat', 'c', 'variance', 'mean', 'sum', 'x', 'mu'],
    }),
    line(
      '(h * (C - 1) / C) / (h * sqrt(C - 1) / C)',
      'bring both to the denominator $C$; the root of $h^2$ is $h$, since $h > 0$',
      { forbid: ['xhat', 'c', 'variance', 'mean', 'sum', 'x', 'mu'] },
    ),
    line('sqrt(C - 1)', '$h$ and $C$ cancel, and $C - 1$ over its root is its root', { forbid: ['h'] }),
  ],
};
