import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormLetters } from './letters.js';

/** The gradient has almost nothing along x. */
export const rmsNormDxAlongX: Derivation = {
  name: 'rms-norm-dx-along-x',
  title: 'The gradient is almost perpendicular to x',
  says: 'Walk along x and the loss hardly changes, so the gradient has hardly a component there: ε r² times what g has along x̂. At ε = 0 the two are perpendicular.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: dx',
  letters: rmsNormLetters,
  lines: [
    line('sum(j, D(L, x[j]) * x[j])'),
    line('sum(j, rstd * (g[j] - xhat[j] * mean(i, g[i] * xhat[i])) * x[j])', 'the gradient for x', {
      forbid: ['D'],
    }),
    line('sum(j, (g[j] - xhat[j] * mean(i, g[i] * xhat[i])) * xhat[j])', 'r times x is x̂'),
    line('sum(j, g[j] * xhat[j]) - sum(j, xhat[j]^2) * mean(i, g[i] * xhat[i])', 'multiply out'),
    line('sum(j, g[j] * xhat[j]) * (1 - mean(j, xhat[j]^2))', 'the C of the mean moves to the other sum'),
    line('eps * rstd^2 * sum(j, g[j] * xhat[j])', 'the mean square of x̂ is $s r^2 = 1 - \\varepsilon r^2$'),
  ],
};
