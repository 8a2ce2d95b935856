import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** Raising one logit raises its own probability and lowers all others. */
export const softmaxJacobian: Derivation = {
  name: 'softmax-jacobian',
  title: 'The Jacobian of softmax',
  says: 'Probabilities share one cake. Raise a logit and its own slice grows by what the others lose, each in proportion to its size.',
  source: 'derived here',
  agreesWith: 'nn/softmax: jacobian',
  letters: softmaxLetters,
  lines: [
    line('D(p[i], z[j])'),
    line(
      '(exp(z[i]) * eye(i, j) * Z - exp(z[i]) * D(Z, z[j])) / Z^2',
      'quotient rule; an exponential is its own derivative',
    ),
    line(
      '(exp(z[i]) * eye(i, j) * Z - exp(z[i]) * exp(z[j])) / Z^2',
      'one term of the sum depends on $z_j$',
      { forbid: ['D'] },
    ),
    line('p[i] * eye(i, j) - p[i] * p[j]', 'an exponential divided by Z is a probability', {
      forbid: ['exp', 'Z'],
    }),
    line('p[i] * (eye(i, j) - p[j])', 'a common factor'),
  ],
};
