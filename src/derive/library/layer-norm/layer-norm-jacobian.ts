import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** J = r (I − 11ᵀ/C − x̂x̂ᵀ/C). */
export const layerNormJacobian: Derivation = {
  name: 'layer-norm-jacobian',
  title: 'The Jacobian of x̂',
  says: 'A nudge at j moves x̂ at i for three reasons: it is the same entry, the mean moves, and the deviation moves.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters: layerNormLetters,
  lines: [
    line('D(xhat[i], x[j])'),
    line('D(c[i], x[j]) * rstd + c[i] * D(rstd, x[j])', 'product rule for $\\hat{x} = c r$'),
    line(
      '(eye(i, j) - 1 / C) * rstd + c[i] * D(rstd, x[j])',
      '$c = x - \\mu$, and an entry moves the mean by a $C$-th',
    ),
    line('(eye(i, j) - 1 / C) * rstd - c[i] * (rstd^2 * xhat[j] / C)', 'the derivative of $r$', {
      forbid: ['D'],
    }),
    line('(eye(i, j) - 1 / C) * rstd - rstd * xhat[i] * xhat[j] / C', '$c r$ is $\\hat{x}$', {
      forbid: ['D', 'c', 'x'],
    }),
    line('rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C)', '$r$ goes in front', {
      forbid: ['D', 'c', 'x'],
      maxNodes: 60,
    }),
  ],
};
