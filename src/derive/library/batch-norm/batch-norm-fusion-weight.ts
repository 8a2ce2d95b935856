import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { foldingLetters } from './letters-running.js';

/** Training through a folded scale: the gradient for W carries γ r. */
export const batchNormFusionWeight: Derivation = {
  name: 'batch-norm-fusion-weight',
  title: 'The gradient for a weight before BatchNorm in evaluation',
  says: 'The weight learns through a scale. A feature whose running variance is large learns slowly, one with a small variance quickly.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: dW in evaluation, behind a linear layer',
  letters: foldingLetters,
  lines: [
    line('D(L, W[j, k])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], W[j, k]))', 'chain rule'),
    line('sum(n, i, dy[n, i] * gamma[i] * rstd[i] * D(z[n, i], W[j, k]))', 'the statistics are constants'),
    line(
      'sum(n, i, dy[n, i] * gamma[i] * rstd[i] * eye(i, j) * h[n, k])',
      'the derivative of a linear layer',
      { forbid: ['D'] },
    ),
    line(
      'gamma[j] * rstd[j] * sum(n, dy[n, j] * h[n, k])',
      'the sum over i keeps one feature; γ r does not depend on the sample',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
