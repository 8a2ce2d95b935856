import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { blindLetters } from './letters-rows.js';

/** The sum of squares sees next to nothing as well. */
export const squareLossIsNearlyBlind: Derivation = {
  name: 'square-loss-is-nearly-blind',
  title: 'A sum of squares is nearly blind',
  says: 'The squares of x̂ add up to nearly C whatever x is, so this loss is flat too: all that is left of dx carries ε. Take random weights for the outputs instead.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: blindLetters,
  lines: [
    line('D(squareLoss, x[j])'),
    line('sum(i, xhat[i] * D(xhat[i], x[j]))', 'chain rule: a half of the square has the slope x̂'),
    line('sum(i, xhat[i] * rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C))', 'the Jacobian of x̂', {
      forbid: ['D'],
    }),
    line('rstd * (xhat[j] - mean(i, xhat[i]) - xhat[j] * mean(i, xhat[i]^2))', 'sum over i', {
      forbid: ['eye'],
    }),
    line('rstd * xhat[j] * (1 - variance * rstd^2)', 'x̂ has mean 0; its mean square is $r^2 \\sigma^2$'),
    line('eps * rstd^3 * xhat[j]', '$r^2 (\\sigma^2 + \\varepsilon) = 1$', { forbid: ['variance'] }),
  ],
};
