import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  definitions: { ...layerNormLetters.definitions, s: 'sqrt(variance + eps)' },
};

/** ∂s/∂xⱼ = x̂ⱼ / C for s = √(σ² + ε). */
export const layerNormDeviationDerivative: Derivation = {
  name: 'layer-norm-deviation-derivative',
  title: 'How the deviation moves',
  says: 'The same with the deviation itself, σ = √(σ² + ε) where ε counts in: its gradient is x̂/C, a vector of length near 1/√C.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian of 1 / rstd',
  letters,
  lines: [
    line('D(s, x[j])'),
    line('1 / (2 * s) * D(variance, x[j])', 'the derivative of a root; chain rule'),
    line('1 / (2 * s) * (2 * c[j] / C)', 'the derivative of the variance', { forbid: ['D'] }),
    line('c[j] / (C * s)', '2 cancels', { forbid: ['D'] }),
    line('xhat[j] / C', '$c$ over the deviation is $\\hat{x}$', { forbid: ['D', 'c', 's', 'x'] }),
  ],
};
