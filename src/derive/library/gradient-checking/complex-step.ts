import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { complexStepLetters } from './letters.js';

/** Nothing is subtracted, so h may be as small as you like. */
export const complexStep: Derivation = {
  name: 'complex-step',
  title: 'A step in an imaginary direction',
  says: 'Step by ih and look at the imaginary part. No two nearly equal numbers are subtracted, so take h tiny and the slope is as exact as the numbers allow.',
  source: 'Squire and Trapp (1998), SIAM Review 40; derived here',
  agreesWith: 'autograd/complex-step: slope',
  letters: complexStepLetters,
  lines: [
    line('imaginary / h'),
    line(
      '(b * h + c * 2 * x * h + d * (squareReal * h + squareImaginary * x)) / h',
      'the imaginary parts of the powers',
      { forbid: ['imaginary', 'cubeImaginary'] },
    ),
    line('(b * h + 2 * c * x * h + d * (3 * x^2 * h - h^3)) / h', 'multiply out, with $i^2 = -1$', {
      forbid: ['squareReal', 'squareImaginary'],
    }),
    line('b + 2 * c * x + 3 * d * x^2 - d * h^2', 'divide by h'),
    line('slope - h^2 * third / 6', 'the third derivative is 6d', { forbid: ['b', 'c', 'd'] }),
  ],
};
