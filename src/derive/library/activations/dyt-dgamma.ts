import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dynamicTanhLetters } from './letters.js';

/** As in LayerNorm, with tanh in the place of x̂. */
export const dytDgamma: Derivation = {
  name: 'dyt-dgamma',
  title: 'The gradient of dynamic tanh for γ',
  says: 'γ multiplies the squashed number, so its gradient collects dy times that number over the rows.',
  source:
    'Zhu, Chen, He, LeCun and Liu (2025), arXiv:2503.10622, for the layer; the gradient is derived here',
  agreesWith: 'norm/dynamic-tanh: dgamma',
  letters: dynamicTanhLetters,
  lines: [
    line('D(L, gamma[j])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], gamma[j]))', 'chain rule'),
    line('sum(n, i, dy[n, i] * eye(i, j) * t[n, i])', 'a γ stands only in its own feature', {
      forbid: ['D'],
    }),
    line('sum(n, dy[n, j] * t[n, j])', 'the sum over i keeps one term', { forbid: ['D', 'eye'] }),
  ],
};
