import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { lossOfXhat } from './letters.js';

/** r is a variable, the mean is made of x. */
const letters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C', rstd: 'positive', gamma: 'C', beta: 'C', dy: 'C' },
  definitions: { mu: 'mean(k, x[k])', 'c[i]': 'x[i] - mu', 'xhat[i]': 'c[i] * rstd', ...lossOfXhat },
  tex: { mu: '\\mu', rstd: 'r', xhat: '\\hat{x}' },
};

/** dx = r (g − mean(g)) where r is a constant. */
export const layerNormDetachedVariance: Derivation = {
  name: 'layer-norm-detached-variance',
  title: 'With only r held still',
  says: 'Hold r still but let the mean feel x: the gradient sums to 0, but its part along x̂ comes through whole.',
  source: 'Xu, Sun, Zhang, Zhao and Lin (2019), arXiv:1911.07013, for DetachNorm; derived here',
  agreesWith: 'norm/detach-norm: dx, with the variance detached',
  letters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, g[i] * D(xhat[i], x[j]))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line(
      'sum(i, g[i] * rstd * (eye(i, j) - 1 / C))',
      '$\\hat{x} = (x - \\mu) r$ with $r$ held still; an entry moves the mean by a $C$-th',
      { forbid: ['D'] },
    ),
    line('rstd * (g[j] - mean(i, g[i]))', 'sum over $i$', { forbid: ['D', 'eye'] }),
  ],
};
