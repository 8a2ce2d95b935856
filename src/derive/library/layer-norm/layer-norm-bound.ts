import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

/** x̂ᵢ² ≤ C − 1 at ε = 0. */
export const layerNormBound: Derivation = {
  name: 'layer-norm-bound',
  title: 'No entry exceeds √(C − 1)',
  says: 'If one number stands far from the mean, the others must make up for it, and that costs variance. So at ε = 0 no entry of x̂ is larger than √(C − 1), however wild the row.',
  source: 'Samuelson (1968), "How Deviant Can You Be?", J. Am. Stat. Assoc. 63; derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: layerNormWithoutEpsLetters,
  lines: [
    line('xhat[i]^2'),
    line('c[i]^2 / variance', 'the definition of $\\hat{x}$, squared', { forbid: ['xhat'] }),
    line(
      '((C - 1) * c[i]^2 + c[i]^2) / (C * variance)',
      '$C$ equal parts above and below; one of them is set apart',
      { forbid: ['xhat'] },
    ),
    line(
      '((C - 1) * c[i]^2 + sum(k, (1 - eye(k, i)) * c[k])^2) / (C * variance)',
      'all $c$ sum to 0, so $c_i$ is minus the sum of the others',
      { forbid: ['xhat'] },
    ),
    line(
      '((C - 1) * c[i]^2 + (C - 1) * sum(k, (1 - eye(k, i)) * c[k]^2)) / (C * variance)',
      'the square of a sum of $C - 1$ numbers is at most $C - 1$ times the sum of their squares',
      { relation: '<=', forbid: ['xhat'] },
    ),
    line('(C - 1) * sum(k, c[k]^2) / (C * variance)', '$c_i^2$ joins the squares of the others', {
      forbid: ['eye', 'xhat'],
    }),
    line('(C - 1) * C * variance / (C * variance)', 'the squares sum to $C\\sigma^2$', {
      forbid: ['eye', 'xhat', 'sum', 'mean', 'c'],
    }),
    line('C - 1', '$C\\sigma^2$ cancels', { forbid: ['variance', 'eye', 'xhat', 'c'] }),
  ],
};
