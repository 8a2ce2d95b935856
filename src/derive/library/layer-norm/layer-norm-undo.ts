import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** γ = √(σ² + ε) and β = μ give x back. */
export const layerNormUndo: Derivation = {
  name: 'layer-norm-undo',
  title: 'γ and β can undo the layer',
  says: 'Take γ = √(σ² + ε) and β = μ, and the row comes back as it was. For one row, that is: the next one has another μ and another σ.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: y',
  letters: layerNormLetters,
  lines: [
    line('sqrt(variance + eps) * xhat[i] + mu'),
    line('sqrt(variance + eps) * (c[i] * rstd) + mu', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('sqrt(variance + eps) * (c[i] / sqrt(variance + eps)) + mu', 'the definition of $r$', {
      forbid: ['xhat', 'rstd'],
    }),
    line('c[i] + mu', 'the root cancels', { forbid: ['xhat', 'rstd', 'sqrt', 'variance'] }),
    line('x[i]', '$c = x - \\mu$', { forbid: ['xhat', 'rstd', 'sqrt', 'variance', 'c', 'mu'] }),
  ],
};
