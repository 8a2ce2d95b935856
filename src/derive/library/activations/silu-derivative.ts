import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { curveLetters } from './letters.js';

/** SiLU's slope by the sigmoid alone. */
export const siluDerivative: Derivation = {
  name: 'silu-derivative',
  title: 'The slope of SiLU',
  says: 'SiLU is x times its sigmoid. Its slope overshoots one for large x and dips below zero for negative x, which no ReLU does.',
  source: 'Elfwing, Uchibe and Doya (2017), arXiv:1702.03118, for the function; derived here',
  agreesWith: 'nn/silu: the slope of silu',
  letters: curveLetters,
  lines: [
    line('D(silu, x)'),
    line('s + x * D(s, x)', 'product rule'),
    line('s + x * s * (1 - s)', 'the slope of the sigmoid', { forbid: ['D'] }),
    line('s * (1 + x * (1 - s))', 'the sigmoid is a common factor'),
  ],
};
