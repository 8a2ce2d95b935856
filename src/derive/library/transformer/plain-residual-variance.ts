import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** Without a norm each sub-layer multiplies. */
export const plainResidualVariance: Derivation = {
  name: 'plain-residual-variance',
  title: 'Without a norm: growth by a factor',
  says: 'Each branch answers in proportion to what it hears, so each sub-layer multiplies the mean square by 1 + s. At s = 1 twelve sub-layers make 4096 of 1.',
  source: 'derived here; He et al. (2015), arXiv:1512.03385, for the block',
  agreesWith: 'transformer/placement: none',
  letters: stackLetters,
  lines: [
    line('plain3'),
    line('plain2 + s * plain2', 'the third sub-layer'),
    line('(1 + s) * plain2', 'collect'),
    line('(1 + s) * (1 + s) * plain1', 'the second in the same way', { forbid: ['plain2'] }),
    line('(1 + s)^3 * v', 'and the first: with n sub-layers $(1 + s)^n$', { forbid: ['plain1', 'plain2'] }),
  ],
};
