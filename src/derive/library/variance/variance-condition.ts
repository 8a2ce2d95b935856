import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { varianceLetters } from './letters.js';

/** How many times larger than the variance the number is from which it is got by subtraction. */
export const varianceCondition: Derivation = {
  name: 'variance-condition',
  title: 'How much cancels',
  says: 'The one-pass form subtracts μ² from a number that is 1 + μ²/σ² times the result. Each factor of ten there costs a digit.',
  source:
    'Chan, Golub and LeVeque (1983), The American Statistician 37, where its root is the condition number; derived here',
  agreesWith: 'tensor/rows: meanSquare',
  letters: varianceLetters,
  lines: [
    line('mean(i, x[i]^2) / variance'),
    line('mean(i, ((x[i] - mu) + mu)^2) / variance', 'go by way of the mean'),
    line('(mean(i, (x[i] - mu)^2) + 2 * mu * mean(i, x[i] - mu) + mu^2) / variance', 'multiply out'),
    line('(variance + mu^2) / variance', 'deviations from the mean have mean 0', { forbid: ['x'] }),
    line('1 + mu^2 / variance', 'divide each term'),
  ],
};
