import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { varianceLetters } from './letters.js';

/** Subtracting the mean of what is left changes nothing on paper, so it can only repair rounding. */
export const varianceCorrectedTwoPass: Derivation = {
  name: 'variance-corrected-two-pass',
  title: 'The correction that changes nothing',
  says: 'Suppose the mean came out as m, a little off. Subtract the mean of what is left, and all is exact again, whatever m was.',
  source: 'Chan, Golub and LeVeque (1983), The American Statistician 37; derived here',
  agreesWith: 'tensor/rows: centre',
  letters: varianceLetters,
  lines: [
    line('mean(i, (rough[i] - left)^2)'),
    line('mean(i, (x[i] - m - left)^2)', 'what is left after subtracting m', { forbid: ['rough'] }),
    line('mean(i, (x[i] - m - (mean(k, x[k]) - m))^2)', 'its mean is the mean of x, minus m', {
      forbid: ['left'],
    }),
    line('mean(i, (x[i] - mean(k, x[k]))^2)', 'm cancels', { forbid: ['m'] }),
    line('variance', 'the definition of the variance', { forbid: ['x'] }),
  ],
};
