import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

/** Σ x̂² = C at ε = 0. */
export const layerNormSphere: Derivation = {
  name: 'layer-norm-sphere',
  title: 'All outputs lie on one sphere',
  says: 'Without ε the length of x̂ is √C, whatever came in. Together with the mean of 0 this leaves a sphere inside a plane.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: layerNormWithoutEpsLetters,
  lines: [
    line('sum(i, xhat[i]^2)'),
    line('sum(i, (c[i] * rstd)^2)', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('rstd^2 * sum(i, c[i]^2)', '$r$ is the same for all $i$, so its square goes in front', {
      forbid: ['xhat'],
    }),
    line('rstd^2 * C * variance', 'a sum of $C$ numbers is $C$ times their mean', {
      forbid: ['sum', 'mean'],
    }),
    line('C * variance / variance', '$r^2 = 1 / \\sigma^2$ where there is no $\\varepsilon$', {
      forbid: ['rstd'],
    }),
    line('C', '$\\sigma^2$ cancels', { forbid: ['variance', 'rstd'] }),
  ],
};
