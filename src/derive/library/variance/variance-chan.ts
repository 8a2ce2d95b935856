import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { twoRowsLetters } from './letters.js';

/** Merging the statistics of two parts, as workers that share a batch do. */
export const varianceChan: Derivation = {
  name: 'variance-chan',
  title: 'Merging two halves',
  says: 'Two workers need not exchange their numbers. Count, mean and sum of squares of each are enough, plus one term for the gap between the means.',
  source: 'Chan, Golub and LeVeque (1983), The American Statistician 37',
  agreesWith: 'tensor/rows: meanSquare, of both rows as one',
  letters: twoRowsLetters,
  lines: [
    line('sum(i, (x[i] - meanAll)^2) + sum(j, (z[j] - meanAll)^2)'),
    line(
      'sum(i, ((x[i] - meanX) + (meanX - meanAll))^2) + sum(j, ((z[j] - meanZ) + (meanZ - meanAll))^2)',
      "go by way of each part's own mean",
    ),
    line(
      'squaresX + N * (meanX - meanAll)^2 + squaresZ + M * (meanZ - meanAll)^2',
      "multiply out; deviations from a part's own mean add up to 0",
      { forbid: ['sum'] },
    ),
    line(
      'squaresX + N * (M * gap / (N + M))^2 + squaresZ + M * (N * gap / (N + M))^2',
      'the common mean divides the gap as the counts say',
      { forbid: ['meanAll'] },
    ),
    line('squaresX + squaresZ + gap^2 * N * M * (M + N) / (N + M)^2', 'collect both gaps'),
    line('squaresX + squaresZ + gap^2 * N * M / (N + M)', 'one factor cancels'),
  ],
};
