import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { ellipsoidLetters } from './letters-geometry.js';

/** Σ ((y − β) / γ)² = C, at ε = 0. */
export const layerNormEllipsoid: Derivation = {
  name: 'layer-norm-ellipsoid',
  title: 'γ makes an ellipsoid of the sphere',
  says: 'Undo β and γ in every output, and it lies on the sphere again. That is the equation of an ellipsoid: its centre is β, its half axes along the features are |γ| √C. No γ may be 0: what it wipes out cannot be undone.',
  source: 'derived here; the ellipsoid is described by Riechers (2024), arXiv:2405.04134',
  agreesWith: 'norm/layer-norm: y',
  letters: ellipsoidLetters,
  lines: [
    line('sum(i, ((y[i] - beta[i]) / gamma[i])^2)'),
    line('sum(i, (gamma[i] * xhat[i] / gamma[i])^2)', 'the definition of $y$', { forbid: ['y', 'beta'] }),
    line('sum(i, xhat[i]^2)', '$\\gamma$ cancels', { forbid: ['y', 'beta', 'gamma'] }),
    line('rstd^2 * sum(i, c[i]^2)', 'the definition of $\\hat{x}$', { forbid: ['xhat', 'gamma'] }),
    line(
      'C * variance / variance',
      '$r^2$ is one over $\\sigma^2$, and the sum of the $c^2$ is $C\\sigma^2$',
      {
        forbid: ['rstd', 'sum', 'mean'],
      },
    ),
    line('C', '$\\sigma^2$ cancels', { maxNodes: 4 }),
  ],
};
