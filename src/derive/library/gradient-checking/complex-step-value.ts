import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { complexStepLetters } from './letters.js';

/** The real part is the function itself, as exactly. */
export const complexStepValue: Derivation = {
  name: 'complex-step-value',
  title: 'The real part is the value',
  says: 'The same evaluation gives the function as well: the real part is off by only h² times half the second derivative.',
  source: 'Squire and Trapp (1998), SIAM Review 40; derived here',
  agreesWith: 'autograd/complex-step: value',
  letters: complexStepLetters,
  lines: [
    line('real'),
    line(
      'a + b * x + c * (x^2 - h^2) + d * ((x^2 - h^2) * x - 2 * x * h * h)',
      'the real parts of the powers',
      { forbid: ['real'] },
    ),
    line('a + b * x + c * x^2 + d * x^3 - h^2 * (c + 3 * d * x)', 'collect the powers of h'),
    line('f - h^2 * second / 2', 'f and its second derivative', { forbid: ['a', 'b', 'c', 'd'] }),
  ],
};
