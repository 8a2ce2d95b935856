import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** DeepNorm: with a large α the norms take little. */
export const deepnormDirectRoad: Derivation = {
  name: 'deepnorm-direct-road',
  title: 'DeepNorm: what is left of the direct road',
  says: 'α makes the stream louder before the norm divides, so the branch is only a share s/α² of it. With α² in the size of √L the losses of L blocks stay calm.',
  source: 'Wang et al. (2022), arXiv:2203.00555, for α; derived here',
  agreesWith: 'transformer/placement: deepnorm',
  letters: stackLetters,
  lines: [
    line('prod(l, deepRoad[l])'),
    line('prod(l, alpha / sqrt(deep[l]))', 'α in, the norm out', { forbid: ['deepRoad'] }),
    line('prod(l, alpha / sqrt(alpha^2 + square[l]))', 'a stream of size α, and a branch', {
      forbid: ['deepRoad', 'deep'],
    }),
    line('prod(l, 1 / sqrt(1 + square[l] / alpha^2))', 'divide by α above and below'),
  ],
};
