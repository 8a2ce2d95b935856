import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { oneInputLetters } from './letters.js';

/** A mean that is not 0 couples weight and bias. */
export const inputMeanAndCurvature: Derivation = {
  name: 'input-mean-and-curvature',
  title: 'What a mean does to the curvature',
  says: 'For one input and a bias the Hessian is [[mean x², mean x], [mean x, 1]]. Its determinant is the variance, its trace the mean square and 1: a mean that is large beside the deviation makes one eigenvalue large and the other small.',
  source: 'LeCun et al. (1998), Efficient BackProp, section 4.3; derived here',
  agreesWith: 'tensor/rows: meanSquare',
  letters: oneInputLetters,
  lines: [
    line('mean(n, x[n]^2) * 1 - mu^2'),
    line('mean(n, (x[n] - mu + mu)^2) - mu^2', 'by way of the mean'),
    line('mean(n, (x[n] - mu)^2) + 2 * mu * mean(n, x[n] - mu) + mu^2 - mu^2', 'multiply out'),
    line('variance', 'the deviations have mean 0, and μ² cancels', { maxNodes: 1 }),
  ],
};
