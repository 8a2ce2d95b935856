import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { startUpLetters } from './letters-running.js';

/** A running mean that starts at 0 is too small at first, by a known factor. */
export const batchNormRunningBias: Derivation = {
  name: 'batch-norm-running-bias',
  title: 'The running mean starts too small',
  says: 'Let every batch have the mean a. After three steps the running mean still lacks (1 − ρ)³ of it: what is left of the 0 that it started from.',
  source: 'derived here; Adam corrects the same bias (Kingma and Ba, 2015, arXiv:1412.6980, section 3)',
  agreesWith: 'norm/batch-norm: runningMean',
  letters: startUpLetters,
  lines: [
    line('third'),
    line('(1 - rho) * second + rho * a', 'the rule of the running mean', { forbid: ['third'] }),
    line('(1 - rho) * ((1 - rho) * first + rho * a) + rho * a', 'the rule once more', { forbid: ['second'] }),
    line('rho * a * ((1 - rho)^2 + (1 - rho) + 1)', 'the first step is ρ a', { forbid: ['first'] }),
    line('a * (1 - (1 - rho)^3)', '$(1 - q)(1 + q + q^2) = 1 - q^3$ for $q = 1 - \\rho$'),
  ],
};
