import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { weightStandardizationLetters } from './letters.js';

/** LayerNorm's equation (8), for the rows of a weight matrix. */
export const weightStandardizationDw: Derivation = {
  name: 'weight-standardization-dw',
  title: 'The gradient for the weights',
  says: "Each row of W is normalized before it is used. So the gradient for W goes through LayerNorm's formula, though no activation was ever normalized.",
  source:
    'Qiao, Wang, Liu, Shen and Yuille (2019), arXiv:1903.10520, for the layer; the gradient is derived here',
  agreesWith: 'norm/weight-standardization: dw',
  letters: weightStandardizationLetters,
  lines: [
    line('D(L, W[i, j])'),
    line('sum(m, k, dWhat[m, k] * D(What[m, k], W[i, j]))', 'chain rule'),
    line('sum(k, dWhat[i, k] * D(What[i, k], W[i, j]))', 'rows do not mix'),
    line(
      'sum(k, dWhat[i, k] * rstd[i] * (eye(k, j) - 1 / K - What[i, k] * What[i, j] / K))',
      'the Jacobian of a normalized row',
      { forbid: ['D'] },
    ),
    line(
      'rstd[i] * (dWhat[i, j] - mean(k, dWhat[i, k]) - What[i, j] * mean(k, dWhat[i, k] * What[i, k]))',
      'sum over k',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
