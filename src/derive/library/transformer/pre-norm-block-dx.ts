import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { preNormLetters } from './letters.js';

/** Pre-norm: dy arrives at x unchanged, plus what the sub-layer has to say. */
export const preNormBlockDx: Derivation = {
  name: 'pre-norm-block-dx',
  title: 'The gradient through a block that normalizes first',
  says: "dy itself arrives below, unchanged, in every block of the stack. The sub-layer adds its own word, by LayerNorm's formula.",
  source: 'Xiong et al. (2020), arXiv:2002.04745, for the two kinds of block; derived here',
  agreesWith: 'transformer/residual: dx',
  letters: preNormLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, dy[i] * D(y[i], x[j]))', 'chain rule'),
    line('dy[j] + sum(i, dy[i] * sum(k, W[i, k] * D(xhat[k], x[j])))', 'the direct road, and the sub-layer'),
    line('dy[j] + sum(k, g[k] * D(xhat[k], x[j]))', 'first through the sub-layer: $g = W^{\\top} dy$'),
    line(
      'dy[j] + rstd * (g[j] - mean(k, g[k]) - xhat[j] * mean(k, g[k] * xhat[k]))',
      "LayerNorm's gradient for its input",
      { forbid: ['D'] },
    ),
  ],
};
