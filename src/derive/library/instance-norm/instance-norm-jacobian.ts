import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { instanceNormLetters } from './letters.js';

/** Each channel of each sample is alone with itself. */
export const instanceNormJacobian: Derivation = {
  name: 'instance-norm-jacobian',
  title: 'The Jacobian of InstanceNorm',
  says: "It is LayerNorm's Jacobian for the S positions of one channel. No other channel and no other sample enters.",
  source: 'Ulyanov, Vedaldi and Lempitsky (2016), arXiv:1607.08022, for the layer; derived here',
  agreesWith: 'norm/instance-norm: jacobian',
  letters: instanceNormLetters,
  lines: [
    line('D(xhat[i, s], x[j, t])'),
    line(
      '(D(x[i, s], x[j, t]) - D(mu[i], x[j, t])) * rstd[i] + (x[i, s] - mu[i]) * D(rstd[i], x[j, t])',
      'product rule',
    ),
    line(
      'eye(i, j) * (eye(s, t) - 1 / S) * rstd[i] + (x[i, s] - mu[i]) * D(rstd[i], x[j, t])',
      'a mean over positions gives each of them $1/S$',
    ),
    line(
      'eye(i, j) * (eye(s, t) - 1 / S) * rstd[i] - (x[i, s] - mu[i]) * rstd[i]^3 * eye(i, j) * (x[i, t] - mu[i]) / S',
      'the derivative of the variance is twice a deviation, divided by S',
      { forbid: ['D'] },
    ),
    line(
      'eye(i, j) * rstd[i] * (eye(s, t) - 1 / S - xhat[i, s] * xhat[i, t] / S)',
      'twice a deviation times r is x̂',
    ),
  ],
};
