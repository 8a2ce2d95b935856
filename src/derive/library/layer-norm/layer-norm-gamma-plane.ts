import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { ellipsoidLetters } from './letters-geometry.js';

/** Σ (y − β) / γ = 0. */
export const layerNormGammaPlane: Derivation = {
  name: 'layer-norm-gamma-plane',
  title: 'γ tilts the plane',
  says: 'The outputs still lie in one plane. It goes through β, and what stands upright on it is no longer (1, 1, …) but (1/γ₁, 1/γ₂, …).',
  source: 'derived here; the plane is described by Riechers (2024), arXiv:2405.04134',
  agreesWith: 'norm/layer-norm: y',
  letters: ellipsoidLetters,
  lines: [
    line('sum(i, (y[i] - beta[i]) / gamma[i])'),
    line('sum(i, gamma[i] * xhat[i] / gamma[i])', 'the definition of $y$', { forbid: ['y', 'beta'] }),
    line('rstd * sum(i, c[i])', '$\\gamma$ cancels; the definition of $\\hat{x}$', {
      forbid: ['y', 'xhat', 'gamma'],
    }),
    line('rstd * (C * mu - C * mu)', 'the sum of $x$ is $C\\mu$', { forbid: ['sum', 'mean', 'c', 'x'] }),
    line('0', 'nothing is left', { maxNodes: 4 }),
  ],
};
