import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { groupNormLetters } from './letters.js';

/** Within a group everyone sees everyone, channels and positions alike. */
export const groupNormJacobian: Derivation = {
  name: 'group-norm-jacobian',
  title: 'The Jacobian of GroupNorm',
  says: "It is LayerNorm's Jacobian for the K · S numbers of one group. Two groups do not know of each other.",
  source: 'Wu and He (2018), arXiv:1803.08494, for the layer; derived here',
  agreesWith: 'norm/group-norm: jacobian',
  letters: groupNormLetters,
  lines: [
    line('D(xhat[a, k, s], x[b, l, t])'),
    line(
      '(D(x[a, k, s], x[b, l, t]) - D(mu[a], x[b, l, t])) * rstd[a] + (x[a, k, s] - mu[a]) * D(rstd[a], x[b, l, t])',
      'product rule',
    ),
    line(
      'eye(a, b) * (eye(k, l) * eye(s, t) - 1 / (K * S)) * rstd[a] + (x[a, k, s] - mu[a]) * D(rstd[a], x[b, l, t])',
      'the mean of a group gives each of its numbers $1 / (K S)$',
    ),
    line(
      'eye(a, b) * (eye(k, l) * eye(s, t) - 1 / (K * S)) * rstd[a] - (x[a, k, s] - mu[a]) * rstd[a]^3 * eye(a, b) * (x[a, l, t] - mu[a]) / (K * S)',
      'the derivative of the variance is twice a deviation, divided by $K S$',
      { forbid: ['D'] },
    ),
    line(
      'eye(a, b) * rstd[a] * (eye(k, l) * eye(s, t) - 1 / (K * S) - xhat[a, k, s] * xhat[a, l, t] / (K * S))',
      'twice a deviation times r is x̂',
    ),
  ],
};
