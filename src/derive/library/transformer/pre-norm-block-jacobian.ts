import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { preNormLetters } from './letters.js';

/** Pre-norm: the identity stands alone, and the norm's Jacobian touches only the sub-layer. */
export const preNormBlockJacobian: Derivation = {
  name: 'pre-norm-block-jacobian',
  title: 'A block that normalizes first keeps a clear road',
  says: 'The 1 in the Jacobian of x is untouched: whatever the sub-layer and the norm do, a signal always finds the direct road.',
  source: 'Xiong et al. (2020), arXiv:2002.04745, for the two kinds of block; derived here',
  agreesWith: 'transformer/residual: jacobian',
  letters: preNormLetters,
  lines: [
    line('D(y[i], x[j])'),
    line('D(x[i], x[j]) + sum(k, W[i, k] * D(xhat[k], x[j]))', 'sum rule'),
    line('eye(i, j) + sum(k, W[i, k] * D(xhat[k], x[j]))', 'the direct road'),
    line(
      'eye(i, j) + sum(k, W[i, k] * rstd * (eye(k, j) - 1 / C - xhat[k] * xhat[j] / C))',
      'the Jacobian of LayerNorm',
      { forbid: ['D'] },
    ),
    line(
      'eye(i, j) + rstd * (W[i, j] - mean(k, W[i, k]) - xhat[j] * mean(k, W[i, k] * xhat[k]))',
      'sum over k',
    ),
  ],
};
