import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { quinticLetters } from './letters.js';

/** The next term of the error, exact for degree five. */
export const centralDifferenceQuintic: Derivation = {
  name: 'central-difference-quintic',
  title: 'One term more',
  says: 'Every further odd derivative adds a term with two more powers of h. If h is small the first one rules, which is why halving h divides the error by four.',
  source: 'derived here',
  agreesWith: 'autograd/gradient-check: numeric',
  letters: quinticLetters,
  lines: [
    line('(plus - minus) / (2 * h)'),
    line(
      'b + 2 * c * x + d * (3 * x^2 + h^2) + k * (4 * x^3 + 4 * x * h^2) + q * (5 * x^4 + 10 * x^2 * h^2 + h^4)',
      'multiply out; even powers of h cancel; divide by 2h',
      { forbid: ['plus', 'minus'] },
    ),
    line('slope + h^2 * (d + 4 * k * x + 10 * q * x^2) + q * h^4', 'collect the powers of h', {
      forbid: ['b', 'c'],
    }),
    line('slope + h^2 * third / 6 + h^4 * fifth / 120', 'the third and the fifth derivative', {
      forbid: ['d', 'k', 'q'],
    }),
  ],
};
