import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { blindLetters } from './letters-rows.js';

/** With the sum of the outputs for a loss, the true dx is 0, and wrong backwards pass. */
export const sumLossIsBlind: Derivation = {
  name: 'sum-loss-is-blind',
  title: 'A sum is blind',
  says: 'Without γ the outputs of LayerNorm add up to 0 whatever x is. So a sum as the loss has the gradient 0, and a backward that returns zeros passes the test.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: blindLetters,
  lines: [
    line('D(sumLoss, x[j])'),
    line('sum(i, s * D(xhat[i], x[j]))', 'the same s comes from above for every entry'),
    line('sum(i, s * rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C))', 'the Jacobian of x̂', {
      forbid: ['D'],
    }),
    line('rstd * (s - s - xhat[j] * s * mean(i, xhat[i]))', 'sum over i', { forbid: ['eye'] }),
    line('0', 'x̂ has mean 0', { maxNodes: 4 }),
  ],
};
