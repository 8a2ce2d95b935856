import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { drawnBatchLetters } from './letters-drawn.js';

/** Why the variance that is kept is divided by n − 1. */
export const batchNormVarianceBias: Derivation = {
  name: 'batch-norm-variance-bias',
  title: 'The variance of a batch is too small',
  says: 'A batch lies closer to its own mean than to that of the data, by just the noise of its mean. So over all batches of three its variance has the mean ⅔ σ²: (n − 1)/n of what it should be. Times n/(n − 1) it is right in the mean.',
  source: 'common knowledge (Bessel’s correction); derived here, for three draws, each from all data',
  agreesWith: 'norm/batch-norm: variance, over all batches',
  letters: drawnBatchLetters,
  lines: [
    line('mean(a, b, c, batchVariance[a, b, c])'),
    line(
      'mean(a, b, c, ((x[a] - mu)^2 + (x[b] - mu)^2 + (x[c] - mu)^2) / 3 - (batchMean[a, b, c] - mu)^2)',
      'squares about another place than the mean are larger, by the square of the distance',
      { forbid: ['batchVariance'] },
    ),
    line(
      'variance - mean(a, b, c, (batchMean[a, b, c] - mu)^2)',
      'each of the three squares has the mean σ²',
    ),
    line('variance - variance / 3', 'the noise of the mean', { forbid: ['batchMean', 'mean'] }),
    line('2 / 3 * variance', 'collect: (n − 1) / n of it, here with n = 3'),
  ],
};
