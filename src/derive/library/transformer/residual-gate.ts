import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { residualLetters } from './letters.js';

/** With a gate at 0 a block starts as the identity. */
export const residualGate: Derivation = {
  name: 'residual-gate',
  title: 'A gate that starts shut',
  says: 'With α = 0 the Jacobian is the identity, however deep the stack. A small α lets a little of the sub-layer in.',
  source: 'Bachlechner et al. (2020), arXiv:2003.04887, for the gate; derived here',
  agreesWith: 'transformer/placement: rezero',
  letters: residualLetters,
  lines: [
    line('D(gated[i], x[j])'),
    line('D(x[i], x[j]) + alpha * sum(k, A[i, k] * D(x[k], x[j]))', 'sum rule; α is a factor'),
    line(
      'eye(i, j) + alpha * sum(k, A[i, k] * eye(k, j))',
      'different numbers of x do not depend on each other',
      { forbid: ['D'] },
    ),
    line('eye(i, j) + alpha * A[i, j]', 'the sum over k keeps one term'),
  ],
};
