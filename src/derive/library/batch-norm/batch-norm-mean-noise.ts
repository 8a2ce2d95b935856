import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { drawnBatchLetters } from './letters-drawn.js';

/** How far the mean of a batch lies from the mean of all data. */
export const batchNormMeanNoise: Derivation = {
  name: 'batch-norm-mean-noise',
  title: 'How far a batch’s mean strays',
  says: 'Over all batches of three that can be drawn, the mean of the batch misses the mean of the data by σ²/3 in the mean square. With n draws there are n squares and one n²: σ²/n. That is the noise which BatchNorm adds.',
  source: 'common knowledge; derived here, for three draws, each from all data',
  agreesWith: 'norm/batch-norm: mean, over all batches',
  letters: drawnBatchLetters,
  lines: [
    line('mean(a, b, c, (batchMean[a, b, c] - mu)^2)'),
    line(
      'mean(a, b, c, ((x[a] - mu) + (x[b] - mu) + (x[c] - mu))^2) / 9',
      'the mean of three, each less the mean of all',
      { forbid: ['batchMean'] },
    ),
    line(
      'mean(a, b, c, (x[a] - mu)^2 + (x[b] - mu)^2 + (x[c] - mu)^2) / 9',
      'a product of two different draws has the mean 0: they know nothing of each other',
    ),
    line('3 * mean(k, (x[k] - mu)^2) / 9', 'each draw has the same mean square'),
    line('variance / 3', 'that mean square is the variance', { forbid: ['x', 'mean'] }),
  ],
};
