import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { evaluationLetters } from './letters-running.js';

/** In evaluation the statistics are constants, and the gradient is a plain scale. */
export const batchNormEvaluationDx: Derivation = {
  name: 'batch-norm-evaluation-dx',
  title: 'The gradient for x in evaluation',
  says: 'Running statistics are just numbers. Nothing is projected away any more; each sample gets its own dy, scaled.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: dx in evaluation',
  letters: evaluationLetters,
  lines: [
    line('D(L, x[n, j])'),
    line('sum(m, i, dy[m, i] * D(y[m, i], x[n, j]))', 'chain rule'),
    line(
      'sum(m, i, dy[m, i] * gamma[i] * rstd[i] * eye(m, n) * eye(i, j))',
      'the running statistics do not depend on x',
      { forbid: ['D'] },
    ),
    line('gamma[j] * rstd[j] * dy[n, j]', 'both sums keep one term', { forbid: ['D', 'eye'] }),
  ],
};
