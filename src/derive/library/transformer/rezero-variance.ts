import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stackLetters } from './letters-size.js';

/** ReZero: the gate decides how much each sub-layer multiplies. */
export const rezeroVariance: Derivation = {
  name: 'rezero-variance',
  title: 'ReZero: growth by the gate',
  says: 'With a gate a each sub-layer multiplies by 1 + a² s. At a = 0 nothing grows; and near 0 it grows with the square of a, which is nothing at first.',
  source: 'Bachlechner et al. (2020), arXiv:2003.04887; derived here',
  agreesWith: 'transformer/placement: rezero',
  letters: stackLetters,
  lines: [
    line('gated2'),
    line('gated1 + a^2 * s * gated1', 'the second sub-layer'),
    line('(1 + a^2 * s) * gated1', 'collect'),
    line('(1 + a^2 * s)^2 * v', 'the first: with n of them $(1 + a^2 s)^n$', {
      forbid: ['gated1', 'gated2'],
    }),
  ],
};
