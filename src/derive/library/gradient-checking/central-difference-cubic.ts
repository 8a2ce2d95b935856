import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { cubicLetters } from './letters.js';

/** The error of a central difference, exact for a cubic. */
export const centralDifferenceCubic: Derivation = {
  name: 'central-difference-cubic',
  title: 'What a central difference really measures',
  says: 'For a cubic the error is h² times a sixth of the third derivative, to the last digit. Halve h and three quarters of the error are gone.',
  source: 'derived here',
  agreesWith: 'autograd/gradient-check: numeric',
  letters: cubicLetters,
  lines: [
    line('(plus - minus) / (2 * h)'),
    line(
      '(2 * b * h + 4 * c * x * h + 6 * d * x^2 * h + 2 * d * h^3) / (2 * h)',
      'multiply out; even powers of h cancel',
      { forbid: ['plus', 'minus'] },
    ),
    line('b + 2 * c * x + 3 * d * x^2 + d * h^2', 'divide by 2h'),
    line('slope + h^2 * third / 6', 'the third derivative is 6d', { forbid: ['b', 'c', 'd'] }),
  ],
};
