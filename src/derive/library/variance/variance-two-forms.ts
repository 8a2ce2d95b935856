import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { varianceLetters } from './letters.js';

/** True on paper; in floating point the second form loses digits where the mean is large. */
export const varianceTwoForms: Derivation = {
  name: 'variance-two-forms',
  title: 'Two forms of the variance',
  says: 'Mean of the squares minus square of the mean: one pass is enough. On paper both forms are equal; a computer will disagree as soon as the mean is large.',
  source: 'derived here',
  agreesWith: 'tensor/rows: meanSquare',
  letters: varianceLetters,
  lines: [
    line('variance'),
    line('mean(i, x[i]^2 - 2 * mu * x[i] + mu^2)', 'multiply out', { forbid: ['variance'] }),
    line('mean(i, x[i]^2) - 2 * mu * mean(i, x[i]) + mu^2', 'a mean of sums is a sum of means'),
    line('mean(i, x[i]^2) - 2 * mu^2 + mu^2', 'the mean of x is μ'),
    line('mean(i, x[i]^2) - mu^2', 'two of one kind are left over'),
  ],
};
