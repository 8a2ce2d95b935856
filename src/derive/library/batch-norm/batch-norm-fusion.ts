import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { foldingLetters } from './letters-running.js';

/** BatchNorm in evaluation disappears into the linear layer before it. */
export const batchNormFusion: Derivation = {
  name: 'batch-norm-fusion',
  title: 'Folding BatchNorm into a linear layer',
  says: 'Scale the rows of W, move the bias, and the normalization is gone: the network computes the same with one layer fewer.',
  source: 'derived here; the trick is common knowledge',
  agreesWith: 'norm/batch-norm: y in evaluation, behind a linear layer',
  letters: foldingLetters,
  lines: [
    line('y[n, j]'),
    line(
      'gamma[j] * (sum(k, W[j, k] * h[n, k]) + b[j] - runningMean[j]) * rstd[j] + beta[j]',
      'put the linear layer in',
      { forbid: ['y', 'z'] },
    ),
    line(
      'sum(k, gamma[j] * rstd[j] * W[j, k] * h[n, k]) + gamma[j] * rstd[j] * (b[j] - runningMean[j]) + beta[j]',
      'multiply out; what does not depend on k goes into the sum',
    ),
    line('sum(k, foldedWeight[j, k] * h[n, k]) + foldedBias[j]', 'it is a linear layer again', {
      forbid: ['gamma', 'rstd', 'beta'],
    }),
  ],
};
