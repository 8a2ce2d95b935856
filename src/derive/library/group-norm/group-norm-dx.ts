import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { groupNormLetters } from './letters.js';

/** LayerNorm's equation (8) with the means taken over a group; γ is a channel's, so it stays inside them. */
export const groupNormDx: Derivation = {
  name: 'group-norm-dx',
  title: 'The gradient for x',
  says: "Cut the channels into groups, lay each group out as one row, and use LayerNorm's formula. One group is LayerNorm, one channel a group is InstanceNorm.",
  source: 'Wu and He (2018), arXiv:1803.08494, for the layer; the gradient is derived here',
  agreesWith: 'norm/group-norm: dx',
  letters: groupNormLetters,
  lines: [
    line('D(L, x[a, k, s])'),
    line('sum(b, l, t, dy[b, l, t] * D(y[b, l, t], x[a, k, s]))', 'chain rule'),
    line('sum(b, l, t, g[b, l, t] * D(xhat[b, l, t], x[a, k, s]))', 'γ is a factor, β a constant'),
    line(
      'sum(l, t, g[a, l, t] * rstd[a] * (eye(k, l) * eye(s, t) - 1 / (K * S) - xhat[a, l, t] * xhat[a, k, s] / (K * S)))',
      'the Jacobian of x̂; other groups give nothing',
      { forbid: ['D'] },
    ),
    line(
      'rstd[a] * (g[a, k, s] - mean(l, t, g[a, l, t]) - xhat[a, k, s] * mean(l, t, g[a, l, t] * xhat[a, l, t]))',
      'sum over the group',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
