import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { centringLetters } from './letters-geometry.js';

/** P P = P for P = I − 11ᵀ/C. */
export const layerNormCentringTwice: Derivation = {
  name: 'layer-norm-centring-twice',
  title: 'Centring is a projection',
  says: 'Take the mean away twice: the second time there is none. So P is a projection, and it throws away one direction, that of (1, 1, …).',
  source: 'derived here',
  agreesWith: 'tensor/rows: centre, twice',
  letters: centringLetters,
  lines: [
    line('sum(k, P[i, k] * P[k, j])'),
    line('sum(k, (eye(i, k) - 1 / C) * P[k, j])', 'the first $P$, written out'),
    line('P[i, j] - mean(k, P[k, j])', 'sum over $k$', { forbid: ['eye'] }),
    line('P[i, j] - mean(k, eye(k, j) - 1 / C)', 'the second $P$ of the mean, written out'),
    line('P[i, j] - (1 / C - 1 / C)', 'a column has a single 1: its mean is $1 / C$', {
      forbid: ['eye', 'mean', 'sum'],
    }),
    line('P[i, j]', 'the bracket is 0', { maxNodes: 4 }),
  ],
};
