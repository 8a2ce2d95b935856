import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormBatchLetters } from './letters-batch.js';

/** Between rows n and m the Jacobian is 0 unless n = m. */
export const layerNormRows: Derivation = {
  name: 'layer-norm-rows',
  title: 'Rows do not mix',
  says: 'The output of one row does not know of any other: between two rows the Jacobian is 0. Here batch normalization differs.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters: layerNormBatchLetters,
  lines: [
    line('D(xhat[n, i], x[m, j])'),
    line(
      'D(c[n, i], x[m, j]) * rstd[n] + c[n, i] * D(rstd[n], x[m, j])',
      'product rule for $\\hat{x} = c r$',
    ),
    line(
      'eye(n, m) * (eye(i, j) - 1 / C) * rstd[n] + c[n, i] * D(rstd[n], x[m, j])',
      '$c = x - \\mu$, and the mean of a row knows this row only',
    ),
    line(
      'eye(n, m) * (eye(i, j) - 1 / C) * rstd[n] - c[n, i] * eye(n, m) * rstd[n]^2 * xhat[n, j] / C',
      'so does its $r$',
      { forbid: ['D'] },
    ),
    line(
      'eye(n, m) * rstd[n] * (eye(i, j) - 1 / C - xhat[n, i] * xhat[n, j] / C)',
      'what both have in common goes in front; for another row it is 0',
      { forbid: ['D', 'c', 'x'] },
    ),
  ],
};
