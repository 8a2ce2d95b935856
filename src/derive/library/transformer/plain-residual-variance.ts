import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** Without a norm each block multiplies. */
export const plainResidualVariance: Derivation = {
  name: 'plain-residual-variance',
  title: 'Without a norm: growth by a factor',
  says: 'Each branch answers in proportion to what it hears, so each block multiplies the mean square by 1 + s. At s = 1 twelve blocks make 4096 of 1.',
  source: 'derived here; He et al. (2015), arXiv:1512.03385, for the block',
  agreesWith: 'transformer/placement: none',
  letters: stackLetters,
  lines: [
    line('plain3'),
    line('plain2 + s * plain2', 'the third block'),
    line('(1 + s) * plain2', 'collect'),
    line('(1 + s) * (1 + s) * plain1', 'the second block in the same way', { forbid: ['plain2'] }),
    line('(1 + s)^3 * v', 'and the first: with L blocks $(1 + s)^L$', { forbid: ['plain1', 'plain2'] }),
  ],
};
