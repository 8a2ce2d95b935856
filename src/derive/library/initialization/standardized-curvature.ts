import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { oneInputLetters } from './letters.js';

/** Standardized inputs: the determinant is 1, and so is every eigenvalue. */
export const standardizedCurvature: Derivation = {
  name: 'standardized-curvature',
  title: 'What standardizing does to the curvature',
  says: 'After standardizing the mean is 0 and the mean square 1, so the Hessian is the identity: every direction is as steep as every other.',
  source: 'LeCun et al. (1998), Efficient BackProp, section 4.3; derived here',
  agreesWith: 'tensor/rows: meanSquare',
  letters: oneInputLetters,
  lines: [
    line('mean(n, xhat[n]^2) - mean(n, xhat[n])^2'),
    line('mean(n, (x[n] - mu)^2) / variance - mean(n, x[n] - mu)^2 / variance', 'the definition of x̂', {
      forbid: ['xhat'],
    }),
    line('1 - mean(n, x[n] - mu)^2 / variance', 'that is the variance'),
    line('1', 'the deviations have mean 0', { maxNodes: 1 }),
  ],
};
