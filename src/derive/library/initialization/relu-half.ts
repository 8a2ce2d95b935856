import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { signsLetters } from './letters.js';

/** ReLU keeps half of a mean square. */
export const reluHalf: Derivation = {
  name: 'relu-half',
  title: 'ReLU keeps a half',
  says: 'What comes with either sign equally often loses half of its mean square in a ReLU: the negative half. That is the 2 in Kaiming’s deviation.',
  source: 'He et al. (2015), arXiv:1502.01852, section 2.2; derived here',
  agreesWith: 'autograd/ops/relu: relu',
  letters: signsLetters,
  lines: [
    line('mean(s, (above[s]^2 + below[s]^2) / 2)'),
    line('mean(s, ((z[s] + abs(z[s]))^2 + (abs(z[s]) - z[s])^2) / 8)', 'what a ReLU makes of z and of −z', {
      forbid: ['above', 'below'],
    }),
    line('mean(s, (2 * z[s]^2 + 2 * abs(z[s])^2) / 8)', 'the products cancel'),
    line('mean(s, z[s]^2) / 2', '$|z|^2 = z^2$', { forbid: ['abs', 'above', 'below'] }),
  ],
};
