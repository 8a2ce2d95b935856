import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { pairLetters } from './letters.js';

/** Why what is kept of a batch is divided by n − 1, for batches of two. */
export const varianceOfPairs: Derivation = {
  name: 'variance-of-pairs',
  title: 'The variance of all batches of two',
  says: 'Draw two of C numbers, each as often as any other, and take the variance of the two, over n = 2. On average over all C² draws that is half of the variance of the C numbers: (n − 1)/n of it.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: batchStatistics',
  letters: pairLetters,
  lines: [
    line('mean(i, mean(j, pairVariance[i, j]))'),
    line('mean(i, mean(j, (x[i] - x[j])^2 / 4))', 'each of the two lies half their gap from their mean', {
      forbid: ['pairVariance', 'pairMean'],
    }),
    line('mean(i, mean(j, ((x[i] - mu) - (x[j] - mu))^2)) / 4', 'the gap does not feel μ'),
    line(
      '(mean(i, (x[i] - mu)^2) - 2 * mean(i, x[i] - mu) * mean(j, x[j] - mu) + mean(j, (x[j] - mu)^2)) / 4',
      'multiply out; the mean of a product is the product of the means, since each i meets each j',
    ),
    line(
      '(variance - 2 * mean(i, x[i] - mu) * mean(j, x[j] - mu) + variance) / 4',
      'the mean square of the deviations is the variance',
    ),
    line('variance / 2', 'deviations from the mean add up to 0'),
  ],
};
