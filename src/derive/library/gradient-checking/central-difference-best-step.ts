import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stepLetters } from './letters.js';

/** Where the two errors of a central difference balance. */
export const centralDifferenceBestStep: Derivation = {
  name: 'central-difference-best-step',
  title: 'The best step',
  says: 'A large step feels the curve, a small one the rounding. Below the best step the error falls as h grows, above it rises; there is one lowest point and it is easy to find.',
  source: 'derived here',
  agreesWith: 'autograd/gradient-check: step',
  letters: stepLetters,
  lines: [
    line('D(error, h)'),
    line('h * a / 3 - b / h^2', "the curve's error rises with h, the rounding's falls", {
      forbid: ['D', 'error'],
    }),
    line('h * a / 3 - a * best^3 / (3 * h^2)', 'write b with the step at which both slopes are equal', {
      forbid: ['b'],
    }),
    line('a * (h^3 - best^3) / (3 * h^2)', 'one fraction'),
    line(
      'a * (h - best) * (h^2 + h * best + best^2) / (3 * h^2)',
      'only the first factor changes sign, at the best step',
    ),
  ],
};
