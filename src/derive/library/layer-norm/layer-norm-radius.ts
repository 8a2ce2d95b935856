import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** Σ x̂² = C σ² / (σ² + ε). */
export const layerNormRadius: Derivation = {
  name: 'layer-norm-radius',
  title: 'How far from 0 an output lies',
  says: 'The squared length of x̂ is C σ²/(σ² + ε): nearly C, but less where σ² is not large beside ε. So √C is the radius of the rim, and the smaller σ is, the farther inside an output lies.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: layerNormLetters,
  lines: [
    line('sum(i, xhat[i]^2)'),
    line('sum(i, (c[i] * rstd)^2)', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('rstd^2 * C * mean(i, c[i]^2)', '$r^2$ goes in front, and a sum is $C$ times a mean', {
      forbid: ['xhat', 'sum'],
    }),
    line('rstd^2 * C * variance', 'the mean of $c^2$ is $\\sigma^2$', { forbid: ['sum', 'mean', 'c'] }),
    line('C * variance / (variance + eps)', '$r = 1 / \\sqrt{\\sigma^2 + \\varepsilon}$, squared', {
      forbid: ['rstd', 'sum', 'mean', 'c'],
    }),
  ],
};
