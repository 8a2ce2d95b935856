import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { periLetters } from './letters-size.js';

/** Peri-LN: each branch comes in at the size of its γ. */
export const periNormRms: Derivation = {
  name: 'peri-norm-rms',
  title: 'Peri-LN: the size behind L branches',
  says: 'The second norm gives every branch the size γ, whatever the sub-layer says. So L branches make the root of the first mean square and L times γ².',
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
    line('sqrt(v + L * gamma^2)', 'L times the same', { forbid: ['sum', 'u', 'f'] }),
  ],
};
