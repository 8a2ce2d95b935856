import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { postNormLetters } from './letters.js';

/** Post-norm: dy is projected and scaled before either road begins. */
export const postNormBlockDx: Derivation = {
  name: 'post-norm-block-dx',
  title: 'The gradient through a block that normalizes last',
  says: "First LayerNorm's formula, then the two roads. Each block scales all that goes down by its own r.",
  source: 'Xiong et al. (2020), arXiv:2002.04745, for the two kinds of block; derived here',
  agreesWith: 'transformer/residual: dx',
  letters: postNormLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(k, du[k] * D(u[k], x[j]))', "chain rule: du is LayerNorm's gradient for its input"),
    line('sum(k, du[k] * (eye(k, j) + W[k, j]))', 'the direct road and the sub-layer', { forbid: ['D'] }),
    line('du[j] + sum(k, du[k] * W[k, j])', 'sum over k', { forbid: ['D', 'eye'] }),
  ],
};
