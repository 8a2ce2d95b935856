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

/** mean(dx ⊙ x̂) = r mean(g ⊙ x̂) where r is a constant. */
export const layerNormDetachedVarianceAlongXhat: Derivation = {
  name: 'layer-norm-detached-variance-along-xhat',
  title: 'What breaks: the part along x̂',
  says: 'In LayerNorm only a share ε / (σ² + ε) of the part of g along x̂ comes through. With r held still all of it does: the gradient asks for a stretch that the layer takes back.',
  source: 'Xu, Sun, Zhang, Zhao and Lin (2019), arXiv:1911.07013, for DetachNorm; derived here',
  agreesWith: 'norm/detach-norm: dx, with the variance detached',
  letters,
  lines: [
    line('mean(j, D(L, x[j]) * xhat[j])'),
    line(
      'mean(j, rstd * (g[j] - mean(i, g[i])) * xhat[j])',
      '$r$ times $g$ less its mean is the whole gradient',
      { forbid: ['D'] },
    ),
    line('rstd * (mean(j, g[j] * xhat[j]) - mean(i, g[i]) * mean(j, xhat[j]))', 'the mean term by term', {
      forbid: ['D'],
    }),
    line('rstd * mean(j, g[j] * xhat[j])', '$\\hat{x}$ has mean 0', { forbid: ['D'], maxNodes: 40 }),
  ],
};
