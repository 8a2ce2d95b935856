import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { cubicLetters } from './letters.js';

/** Why nobody checks gradients with one-sided differences. */
export const forwardDifferenceError: Derivation = {
  name: 'forward-difference-error',
  title: 'What a forward difference measures',
  says: 'Stepping to one side only leaves an error of the size of h. To halve it you must halve h, and rounding comes to meet you.',
  source: 'derived here',
  agreesWith: 'autograd/gradient-check: numeric',
  letters: cubicLetters,
  lines: [
    line('(plus - f) / h'),
    line('(b * h + c * (2 * x * h + h^2) + d * (3 * x^2 * h + 3 * x * h^2 + h^3)) / h', 'multiply out', {
      forbid: ['plus', 'f'],
    }),
    line('b + 2 * c * x + 3 * d * x^2 + h * (c + 3 * d * x) + d * h^2', 'divide by h and collect'),
    line('slope + h * second / 2 + h^2 * third / 6', 'the derivatives of f', { forbid: ['b', 'c', 'd'] }),
  ],
};
