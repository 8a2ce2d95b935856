import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dynamicTanhLetters } from './letters.js';

/** One α for the whole layer, so everything adds up in it. */
export const dytDalpha: Derivation = {
  name: 'dyt-dalpha',
  title: 'The gradient of dynamic tanh for α',
  says: 'α is one number for all rows and features. Numbers that are full already no longer ask it for anything.',
  source:
    'Zhu, Chen, He, LeCun and Liu (2025), arXiv:2503.10622, for the layer; the gradient is derived here',
  agreesWith: 'norm/dynamic-tanh: dalpha',
  letters: dynamicTanhLetters,
  lines: [
    line('D(L, alpha)'),
    line('sum(n, i, dy[n, i] * D(y[n, i], alpha))', 'chain rule'),
    line('sum(n, i, g[n, i] * D(t[n, i], alpha))', 'γ is a factor, β a constant'),
    line('sum(n, i, g[n, i] * (1 - t[n, i]^2) * x[n, i])', 'the slope of tanh, times what α multiplies', {
      forbid: ['D'],
    }),
  ],
};
