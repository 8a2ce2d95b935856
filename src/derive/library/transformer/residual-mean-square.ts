import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { twoRoadsLetters } from './letters-size.js';

/** Roads that share nothing: their mean squares add up. */
export const residualMeanSquare: Derivation = {
  name: 'residual-mean-square',
  title: 'Mean squares add up',
  says: 'A residual connection adds two roads. If they share nothing, the mean square of the sum is the sum of the mean squares; every recursion of notebook 09 is this line, block after block.',
  source: 'derived here',
  agreesWith: 'transformer/residual: mean square',
  letters: twoRoadsLetters,
  lines: [
    line('mean(i, (x[i] + u[i])^2)'),
    line('mean(i, x[i]^2) + 2 * mean(i, x[i] * u[i]) + mean(i, u[i]^2)', 'multiply out'),
    line('mean(i, x[i]^2) + mean(i, u[i]^2)', 'u and x share nothing: the mean of their product is 0'),
  ],
};
