import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { curveLetters } from './letters.js';

/** The slope of the sigmoid by its own value. */
export const sigmoidDerivative: Derivation = {
  name: 'sigmoid-derivative',
  title: 'The slope of the sigmoid',
  says: 'A probability times what is left of it. It is largest in the middle, where it is a quarter, and vanishes at both ends.',
  source: 'derived here',
  agreesWith: 'nn/sigmoid: the slope of sigmoid',
  letters: curveLetters,
  lines: [
    line('D(s, x)'),
    line('exp(-x) / (1 + exp(-x))^2', 'quotient rule; the inner derivative turns the sign', {
      forbid: ['D'],
    }),
    line('s * (exp(-x) / (1 + exp(-x)))', 'one factor is the sigmoid'),
    line('s * (1 - s)', 'the other is what is left to one', { forbid: ['exp'] }),
  ],
};
