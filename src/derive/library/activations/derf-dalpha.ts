import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dynamicErfLetters } from './letters.js';

/** One α for the whole layer, so everything adds up in it. */
export const derfDalpha: Derivation = {
  name: 'derf-dalpha',
  title: 'The gradient of dynamic erf for α',
  says: 'α stretches x before the erf. It learns from the numbers that stand on the slope, not from those that are full.',
  source: 'Chen, Lu, Zhu, Sun and Liu (2025), arXiv:2512.10938, for the layer; the gradient is derived here',
  agreesWith: 'norm/dynamic-erf: dalpha',
  letters: dynamicErfLetters,
  lines: [
    line('D(L, alpha)'),
    line('sum(n, i, g[n, i] * D(t[n, i], alpha))', 'chain rule; γ is a factor, β a constant'),
    line(
      'sum(n, i, g[n, i] * slope[n, i] * D(alpha * x[n, i] + s, alpha))',
      'the slope of erf, times the inner derivative',
    ),
    line('sum(n, i, g[n, i] * slope[n, i] * x[n, i])', 'α multiplies x', { forbid: ['D'] }),
  ],
};
