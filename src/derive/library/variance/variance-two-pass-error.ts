import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { varianceLetters } from './letters.js';

/** Without the correction the variance is too large by the square of the error of the mean. */
export const varianceTwoPassError: Derivation = {
  name: 'variance-two-pass-error',
  title: 'What a wrong mean does to the variance',
  says: 'Use a mean that is a little off, and the variance comes out too large by the square of that error. Small errors do little harm, and only in one direction.',
  source: 'Chan, Golub and LeVeque (1983), The American Statistician 37; derived here',
  agreesWith: 'tensor/rows: meanSquare',
  letters: varianceLetters,
  lines: [
    line('mean(i, rough[i]^2)'),
    line('mean(i, ((x[i] - mu) + (mu - m))^2)', 'write x − m as x − μ and the rest', { forbid: ['rough'] }),
    line('mean(i, (x[i] - mu)^2) + 2 * (mu - m) * mean(i, x[i] - mu) + (mu - m)^2', 'multiply out'),
    line('mean(i, (x[i] - mu)^2) + (mu - m)^2', 'deviations from the mean have mean 0'),
    line('variance + (mu - m)^2', 'the definition of the variance', { forbid: ['x'] }),
  ],
};
