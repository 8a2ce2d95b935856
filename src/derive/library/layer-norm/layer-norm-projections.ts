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

/** J = √C/√q (P − Px(Px)ᵀ/q) = r (P − x̂x̂ᵀ/C), with q = ‖Px‖² + Cε. */
export const layerNormProjections: Derivation = {
  name: 'layer-norm-projections',
  title: 'The third way: a quotient of projections',
  says: 'Differentiate √C Px / √(‖Px‖² + Cε) as one quotient. The Jacobian comes out as a projection P, less a projection onto Px.',
  source: 'Brody, Alon and Yahav (2023), arXiv:2305.02582, for the picture; derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters,
  lines: [
    line('D(xhat[i], x[j])'),
    line(
      'D(sqrt(C) * p[i] / sqrt(q), x[j])',
      '$\\hat{x}$ as a quotient; $q$ is the squared length of $Px$, and $C\\varepsilon$',
    ),
    line('sqrt(C) * (D(p[i], x[j]) / sqrt(q) - p[i] * D(q, x[j]) / (2 * q^(3 / 2)))', 'quotient rule'),
    line(
      'sqrt(C) * (P[i, j] / sqrt(q) - p[i] * D(q, x[j]) / (2 * q^(3 / 2)))',
      '$Px$ is linear in $x$, with the matrix $P$',
    ),
    line(
      'sqrt(C) * (P[i, j] / sqrt(q) - p[i] * (2 * sum(k, p[k] * P[k, j])) / (2 * q^(3 / 2)))',
      'the derivative of a sum of squares',
      { forbid: ['D'] },
    ),
    line(
      'sqrt(C) * (P[i, j] / sqrt(q) - p[i] * (2 * p[j]) / (2 * q^(3 / 2)))',
      '$P$ is symmetric, and projecting twice is projecting once: $P$ leaves $Px$ alone',
      { forbid: ['D', 'sum'] },
    ),
    line('sqrt(C) / sqrt(q) * (P[i, j] - p[i] * p[j] / q)', '2 cancels; the common factor goes in front', {
      forbid: ['D', 'sum'],
    }),
    line(
      'rstd * (P[i, j] - xhat[i] * xhat[j] / C)',
      'the factor in front is $r$, and $Px$ is $\\hat{x}$ divided by it',
      { forbid: ['D', 'p', 'q'] },
    ),
  ],
};
