import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { oneSampleLetters } from './letters.js';

/** Why BatchNorm in training asks for more than one value per feature. */
export const batchNormOneSample: Derivation = {
  name: 'batch-norm-one-sample',
  title: 'A batch of one forgets everything',
  says: 'A single number is its own mean, so nothing is left of it. The output is β whatever came in: that is why a batch of one is an error.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: y',
  letters: oneSampleLetters,
  lines: [
    line('y[n, j]'),
    line('gamma[j] * (x[n, j] - mean(m, x[m, j])) * rstd[j] + beta[j]', 'the definitions', {
      forbid: ['y', 'xhat'],
    }),
    line('gamma[j] * (x[n, j] - x[n, j]) * rstd[j] + beta[j]', 'the mean of one number is that number', {
      forbid: ['mean'],
    }),
    line('beta[j]', 'nothing is left', { forbid: ['x'] }),
  ],
};
