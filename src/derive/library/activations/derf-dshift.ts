import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dynamicErfLetters } from './letters.js';

/** The shift moves the whole curve sideways. */
export const derfDshift: Derivation = {
  name: 'derf-dshift',
  title: 'The gradient of dynamic erf for the shift',
  says: 'The shift s is added to every number before the erf, so its gradient adds up all that comes through the slope.',
  source: 'Chen, Lu, Zhu, Sun and Liu (2025), arXiv:2512.10938, for the layer; the gradient is derived here',
  agreesWith: 'norm/dynamic-erf: dshift',
  letters: dynamicErfLetters,
  lines: [
    line('D(L, s)'),
    line('sum(n, i, g[n, i] * D(t[n, i], s))', 'chain rule; γ is a factor, β a constant'),
    line(
      'sum(n, i, g[n, i] * slope[n, i] * D(alpha * x[n, i] + s, s))',
      'the slope of erf, times the inner derivative',
    ),
    line('sum(n, i, g[n, i] * slope[n, i])', 'the inner derivative is 1', { forbid: ['D'] }),
  ],
};
