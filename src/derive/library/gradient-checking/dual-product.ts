import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dualLetters } from './letters.js';

/** How two dual numbers are multiplied. */
export const dualProduct: Derivation = {
  name: 'dual-product',
  title: 'The product of two dual numbers',
  says: 'A dual number carries a value and its slope. Multiply two and the second half of the result is the product rule, computed instead of remembered.',
  source: 'derived here',
  agreesWith: 'derive/fields/dual: multiply',
  letters: dualLetters,
  lines: [
    line('D(u * v, x)'),
    line('D(u, x) * v + u * D(v, x)', 'product rule'),
    line('du * v + u * dv', 'the second halves of both numbers', { forbid: ['D'] }),
  ],
};
