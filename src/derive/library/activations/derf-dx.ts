import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dynamicErfLetters } from './letters.js';

/** As with dynamic tanh, with the bell curve for a slope. */
export const derfDx: Derivation = {
  name: 'derf-dx',
  title: 'The gradient of dynamic erf for x',
  says: 'erf is squashed by a bell curve on the way back: far from its centre nearly nothing comes through.',
  source: 'Chen, Lu, Zhu, Sun and Liu (2025), arXiv:2512.10938, for the layer; the gradient is derived here',
  agreesWith: 'norm/dynamic-erf: dx',
  letters: dynamicErfLetters,
  lines: [
    line('D(L, x[n, j])'),
    line('sum(m, i, dy[m, i] * D(y[m, i], x[n, j]))', 'chain rule'),
    line('sum(m, i, g[m, i] * D(t[m, i], x[n, j]))', 'γ is a factor, β a constant'),
    line(
      'sum(m, i, g[m, i] * slope[m, i] * alpha * eye(m, n) * eye(i, j))',
      'erf has the slope $\\frac{2}{\\sqrt{\\pi}} e^{-z^2}$; every entry depends on its own x only',
      { forbid: ['D'] },
    ),
    line('alpha * g[n, j] * slope[n, j]', 'both sums keep one term', { forbid: ['D', 'eye'] }),
  ],
};
