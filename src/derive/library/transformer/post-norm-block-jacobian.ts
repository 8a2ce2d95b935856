import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { postNormLetters } from './letters.js';

/** Post-norm: even the identity goes through the norm's Jacobian. */
export const postNormBlockJacobian: Derivation = {
  name: 'post-norm-block-jacobian',
  title: 'A block that normalizes last has no clear road',
  says: 'Here the 1 of the direct road is multiplied by r and projected like everything else, block after block.',
  source: 'Xiong et al. (2020), arXiv:2002.04745, for the two kinds of block; derived here',
  agreesWith: 'transformer/residual: jacobian',
  letters: postNormLetters,
  lines: [
    line('D(y[i], x[j])'),
    line(
      'sum(k, rstd * (eye(i, k) - 1 / C - y[i] * y[k] / C) * D(u[k], x[j]))',
      'chain rule with the Jacobian of LayerNorm',
    ),
    line(
      'sum(k, rstd * (eye(i, k) - 1 / C - y[i] * y[k] / C) * (eye(k, j) + W[k, j]))',
      'the direct road and the sub-layer',
      { forbid: ['D'] },
    ),
    line(
      'rstd * (eye(i, j) + W[i, j] - mean(k, eye(k, j) + W[k, j]) - y[i] * mean(k, y[k] * (eye(k, j) + W[k, j])))',
      'sum over k',
    ),
    line(
      'rstd * (eye(i, j) - 1 / C - y[i] * y[j] / C) + rstd * (W[i, j] - mean(k, W[k, j]) - y[i] * mean(k, y[k] * W[k, j]))',
      'the direct road first: it too is scaled and projected',
    ),
  ],
};
