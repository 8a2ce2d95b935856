import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { varianceLetters } from './letters.js';

/** Any number near the mean, taken off first, saves the one-pass form. */
export const varianceShifted: Derivation = {
  name: 'variance-shifted',
  title: 'Shift first, then one pass',
  says: 'Subtract any number from the row first, and the one-pass form still gives the variance. Take one near the mean, and it keeps its digits as well.',
  source: 'Chan, Golub and LeVeque (1983), The American Statistician 37, on shifted data; derived here',
  agreesWith: 'tensor/rows: centre',
  letters: varianceLetters,
  lines: [
    line('mean(i, (x[i] - m)^2) - mean(i, x[i] - m)^2'),
    line('mean(i, (x[i] - m)^2) - (mu - m)^2', 'the mean moves along with the shift'),
    line('mean(i, ((x[i] - mu) + (mu - m))^2) - (mu - m)^2', 'write x − m as x − μ and the rest'),
    line(
      'mean(i, (x[i] - mu)^2) + 2 * (mu - m) * mean(i, x[i] - mu) + (mu - m)^2 - (mu - m)^2',
      'multiply out',
    ),
    line('mean(i, (x[i] - mu)^2) + 2 * (mu - m) * mean(i, x[i] - mu)', 'the last two cancel'),
    line('variance', 'deviations from the mean have mean 0', { maxNodes: 4 }),
  ],
};
