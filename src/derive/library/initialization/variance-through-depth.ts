import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { towerLetters } from './letters.js';

/** The mean square behind L layers. */
export const varianceThroughDepth: Derivation = {
  name: 'variance-through-depth',
  title: 'Through L layers',
  says: 'Every layer multiplies the mean square by n σ²/2. With weights of deviation √(2/n) that is 1; a weight scale g off by a little is off by its power of 2L.',
  source: 'He et al. (2015), arXiv:1502.01852, equation 9; derived here',
  agreesWith: 'nn/initialization: kaimingDeviation',
  letters: towerLetters,
  lines: [
    line('m * prod(l, n * spread[l] / 2)'),
    line('m * prod(l, n * (2 * g[l]^2 / n) / 2)', 'the spread of the weights', { forbid: ['spread'] }),
    line('m * prod(l, g[l]^2)', 'n and 2 cancel', { forbid: ['n', 'spread'] }),
    line('m * prod(l, g[l])^2', 'one square for all'),
  ],
};
