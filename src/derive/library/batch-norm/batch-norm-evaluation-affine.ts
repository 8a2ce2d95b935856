import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { evaluationLetters } from './letters-running.js';

/** A scale and a shift for each feature: all that BatchNorm is after training. */
export const batchNormEvaluationAffine: Derivation = {
  name: 'batch-norm-evaluation-affine',
  title: 'In evaluation it is a scale and a shift',
  says: 'After training, BatchNorm is one multiplication and one addition for each feature. That is why it can be folded into its neighbour.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: y in evaluation',
  letters: evaluationLetters,
  lines: [
    line('y[n, j]'),
    line('gamma[j] * (x[n, j] - runningMean[j]) * rstd[j] + beta[j]', 'the definitions', {
      forbid: ['y', 'xhat'],
    }),
    line('gamma[j] * rstd[j] * x[n, j] - gamma[j] * rstd[j] * runningMean[j] + beta[j]', 'multiply out'),
    line(
      'gamma[j] * rstd[j] * x[n, j] + (beta[j] - gamma[j] * rstd[j] * runningMean[j])',
      'a scale, and a shift that can be computed once',
    ),
  ],
};
