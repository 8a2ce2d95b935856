import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { residualLetters } from './letters.js';

/** Two blocks are four roads; L blocks are 2 to the power of L. */
export const residualPaths: Derivation = {
  name: 'residual-paths',
  title: 'A residual network is many networks',
  says: 'Each block can be passed or skipped. Two of them make four roads from x to the output, and their Jacobians add up.',
  source: 'Veit, Wilber and Belongie (2016), arXiv:1605.06431, for the view; derived here',
  agreesWith: 'transformer/residual: jacobian',
  letters: residualLetters,
  lines: [
    line('D(out[i], x[j])'),
    line('D(middle[i], x[j]) + sum(k, B[i, k] * D(middle[k], x[j]))', 'the second block: sum rule'),
    line('eye(i, j) + A[i, j] + sum(k, B[i, k] * (eye(k, j) + A[k, j]))', 'the first block', {
      forbid: ['D'],
    }),
    line('eye(i, j) + A[i, j] + B[i, j] + sum(k, B[i, k] * A[k, j])', 'none, the first, the second, both'),
  ],
};
