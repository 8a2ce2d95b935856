import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { weightNormLetters } from './letters.js';

/** The length learns from what the gradient has along the direction. */
export const weightNormDg: Derivation = {
  name: 'weight-norm-dg',
  title: 'The gradient for the length',
  says: 'What the direction throws away is exactly what the length uses: the part of dw along u.',
  source: 'Salimans and Kingma (2016), arXiv:1602.07868, section 2.1',
  agreesWith: 'norm/weight-norm: dg',
  letters: weightNormLetters,
  lines: [
    line('D(L, gain)'),
    line('sum(i, dw[i] * D(w[i], gain))', 'chain rule'),
    line('sum(i, dw[i] * u[i])', 'w is g times u, and u does not depend on g', { forbid: ['D'] }),
  ],
};
