import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { periLetters } from './letters-size.js';

/** Peri-LN: each branch comes in at the size of its γ. */
export const periNormRms: Derivation = {
  name: 'peri-norm-rms',
  title: 'Peri-LN: the size behind n sub-layers',
  says: 'The second norm gives every branch the size γ, whatever the sub-layer says. So n sub-layers, two in each block, make the root of the first mean square and n times γ².',
  source: 'Kim et al. (2025), arXiv:2502.02732, for the block; derived here',
  agreesWith: 'transformer/placement: peri',
  letters: periLetters,
  lines: [
    line('sqrt(v + sum(l, mean(i, u[l, i]^2)))'),
    line(
      'sqrt(v + sum(l, gamma^2 * mean(i, (f[l, i] - mu[l])^2) / variance[l]))',
      'the definition of a branch',
      { forbid: ['u'] },
    ),
    line('sqrt(v + sum(l, gamma^2))', 'the mean of the squares is the variance', {
      forbid: ['u', 'f', 'mu', 'variance'],
    }),
    line('sqrt(v + n * gamma^2)', 'n times the same', { forbid: ['sum', 'u', 'f'] }),
  ],
};
