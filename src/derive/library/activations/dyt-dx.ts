import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dynamicTanhLetters } from './letters.js';

/** Element by element: no mean is taken, so no projection appears. */
export const dytDx: Derivation = {
  name: 'dyt-dx',
  title: 'The gradient of dynamic tanh for x',
  says: 'Each number is squashed by itself, so its gradient is scaled by itself. There is no statistic, and nothing that makes the gradient add up to 0.',
  source:
    'Zhu, Chen, He, LeCun and Liu (2025), arXiv:2503.10622, for the layer; the gradient is derived here',
  agreesWith: 'norm/dynamic-tanh: dx',
  letters: dynamicTanhLetters,
  lines: [
    line('D(L, x[n, j])'),
    line('sum(m, i, dy[m, i] * D(y[m, i], x[n, j]))', 'chain rule'),
    line('sum(m, i, g[m, i] * D(t[m, i], x[n, j]))', 'γ is a factor, β a constant'),
    line(
      'sum(m, i, g[m, i] * (1 - t[m, i]^2) * alpha * eye(m, n) * eye(i, j))',
      'the slope of tanh; every entry depends on its own x only',
      { forbid: ['D'] },
    ),
    line('alpha * g[n, j] * (1 - t[n, j]^2)', 'both sums keep one term', { forbid: ['D', 'eye'] }),
  ],
};
