import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** Pre-LN: sub-layer n changes the direction of the stream less and less. */
export const preNormShare: Derivation = {
  name: 'pre-norm-share',
  title: 'Pre-LN: late branches count less',
  says: 'The n-th branch is a share s of a mean square that has grown to more than n times s. What it changes fades like 1/n: the depth that counts is smaller than the depth that is paid for.',
  source: 'derived here; see Sun et al. (2025), arXiv:2502.05795, for the consequence',
  agreesWith: 'transformer/placement: pre',
  letters: stackLetters,
  lines: [
    line('s / behind'),
    line('s / (v + n * s)', 'the mean square behind branch n', { forbid: ['behind'] }),
    line('s / (n * s)', 'a smaller denominator', { relation: '<=' }),
    line('1 / n', 's cancels', { forbid: ['s'] }),
  ],
};
