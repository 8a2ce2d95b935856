import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { cubicLetters } from './letters.js';

/** Two step sizes cancel the leading error. */
export const centralDifferenceRichardson: Derivation = {
  name: 'central-difference-richardson',
  title: 'Two step sizes are better than one',
  says: 'Half the step has a quarter of the error. Four times the better estimate minus the worse one, divided by three, has none left for a cubic.',
  source: "the trick is Richardson's extrapolation; derived here",
  agreesWith: 'autograd/gradient-check: numeric',
  letters: cubicLetters,
  lines: [
    line('(4 * (halfPlus - halfMinus) / h - (plus - minus) / (2 * h)) / 3'),
    line(
      '(4 * (slope + (h / 2)^2 * third / 6) - (slope + h^2 * third / 6)) / 3',
      'what a central difference measures, with h/2 and with h',
      { forbid: ['plus', 'minus', 'halfPlus', 'halfMinus'] },
    ),
    line('(3 * slope + h^2 * third / 6 - h^2 * third / 6) / 3', 'multiply out'),
    line('slope', 'the errors cancel', { maxNodes: 4 }),
  ],
};
