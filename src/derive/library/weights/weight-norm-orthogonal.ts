import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { weightNormLetters } from './letters.js';

/** A step of plain gradient descent can only make v longer. */
export const weightNormOrthogonal: Derivation = {
  name: 'weight-norm-orthogonal',
  title: "The direction's gradient is perpendicular to it",
  says: 'Walk along v and the weights do not change, so the gradient has nothing along v. It can turn v, never stretch it.',
  source: 'Salimans and Kingma (2016), arXiv:1602.07868, section 2.1',
  agreesWith: 'norm/weight-norm: dv',
  letters: weightNormLetters,
  lines: [
    line('sum(j, v[j] * D(L, v[j]))'),
    line('sum(j, v[j] * gain / norm * (dw[j] - u[j] * sum(i, dw[i] * u[i])))', 'the gradient for v', {
      forbid: ['D'],
    }),
    line('gain * sum(j, u[j] * (dw[j] - u[j] * sum(i, dw[i] * u[i])))', 'v divided by its length is u'),
    line('gain * (sum(j, u[j] * dw[j]) - sum(j, u[j]^2) * sum(i, dw[i] * u[i]))', 'multiply out'),
    line('0', 'u has length 1', { maxNodes: 4 }),
  ],
};
