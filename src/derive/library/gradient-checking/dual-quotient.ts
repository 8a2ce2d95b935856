import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { dualLetters } from './letters.js';

/** How two dual numbers are divided, by way of the quotient that is known already. */
export const dualQuotient: Derivation = {
  name: 'dual-quotient',
  title: 'The quotient of two dual numbers',
  says: 'Once the quotient w is known, its slope needs one multiplication and one division more: (u′ − w v′) / v.',
  source: 'derived here',
  agreesWith: 'derive/fields/dual: divide',
  letters: dualLetters,
  lines: [
    line('D(quotient, x)'),
    line('(D(u, x) * v - u * D(v, x)) / v^2', 'quotient rule'),
    line('(du * v - u * dv) / v^2', 'the second halves of both numbers', { forbid: ['D'] }),
    line('(du - u / v * dv) / v', 'divide by v once'),
    line('(du - quotient * dv) / v', 'the quotient is there already', { forbid: ['u'] }),
  ],
};
