import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** Post-LN: every norm divides the direct road. */
export const postNormDirectRoad: Derivation = {
  name: 'post-norm-direct-road',
  title: 'Post-LN: what is left of the direct road',
  says: 'Behind the sum stands 1 + s, so the norm divides the stream by its root, at every sub-layer. With s = 1 half of the square is lost each time: behind n sub-layers, two in each layer, 2 to the power of −n/2 is left. This is the direct road alone; what goes through the branches may make up for it.',
  source: 'Xiong et al. (2020), arXiv:2002.04745, section 3, for the factor; derived here',
  agreesWith: 'transformer/placement: post',
  letters: stackLetters,
  lines: [
    line('prod(l, postRoad[l])'),
    line('prod(l, 1 / sqrt(post[l]))', 'each norm divides by the root of the mean square', {
      forbid: ['postRoad'],
    }),
    line('prod(l, 1 / sqrt(1 + square[l]))', 'a stream of size 1, and a branch', {
      forbid: ['postRoad', 'post'],
    }),
    line('1 / sqrt(prod(l, 1 + square[l]))', 'one root for all of them'),
  ],
};
