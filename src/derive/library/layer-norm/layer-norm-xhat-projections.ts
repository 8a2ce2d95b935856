import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  definitions: {
    ...layerNormLetters.definitions,
    'P[i, j]': 'eye(i, j) - 1 / C',
    'p[i]': 'sum(k, P[i, k] * x[k])',
    q: 'sum(k, p[k]^2) + C * eps',
  },
  tex: { ...layerNormLetters.tex, p: '(Px)' },
};

/** x̂ = √C Px / √(‖Px‖² + Cε). */
export const layerNormXhatProjections: Derivation = {
  name: 'layer-norm-xhat-projections',
  title: 'x̂ as a quotient of projections',
  says: 'Centring is a projection P onto the plane of rows with mean 0, dividing by the length a projection onto a sphere. LayerNorm does the one and then (up to ε) the other.',
  source: 'Brody, Alon and Yahav (2023), arXiv:2305.02582, for the picture; derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters,
  lines: [
    line('xhat[i]'),
    line('c[i] / sqrt(mean(k, c[k]^2) + eps)', 'the definitions of $\\hat{x}$, $r$ and $\\sigma^2$', {
      forbid: ['xhat'],
    }),
    line('p[i] / sqrt(mean(k, p[k]^2) + eps)', '$P$ takes the mean away: $Px$ is $c$', {
      forbid: ['xhat', 'c'],
    }),
    line('p[i] / sqrt((sum(k, p[k]^2) + C * eps) / C)', 'a mean is a sum over $C$', {
      forbid: ['xhat', 'c', 'mean'],
    }),
    line(
      'sqrt(C) * p[i] / sqrt(q)',
      '$1/C$ leaves the root; what stays is the squared length of $Px$, and $C\\varepsilon$',
      { forbid: ['xhat', 'c', 'mean', 'sum'] },
    ),
  ],
};
