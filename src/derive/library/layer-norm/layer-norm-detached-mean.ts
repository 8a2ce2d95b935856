import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { lossOfXhat } from './letters.js';

/** The mean is a variable, and the deviations from it need not sum to 0. */
const letters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C', mu: 'number', gamma: 'C', beta: 'C', dy: 'C', eps: 'positive' },
  definitions: {
    'c[i]': 'x[i] - mu',
    variance: 'mean(k, c[k]^2)',
    rstd: '1 / sqrt(variance + eps)',
    'xhat[i]': 'c[i] * rstd',
    ...lossOfXhat,
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' },
};

/** dx = r (g − x̂ mean(g ⊙ x̂)) where μ is a constant. */
export const layerNormDetachedMean: Derivation = {
  name: 'layer-norm-detached-mean',
  title: 'With only the mean held still',
  says: 'Hold the mean still but let the variance feel x: what comes out is the backward of RMSNorm. The part along x̂ is removed, the mean of g is not, so the gradient does not sum to 0.',
  source: 'Xu, Sun, Zhang, Zhao and Lin (2019), arXiv:1911.07013, for DetachNorm; derived here',
  agreesWith: 'norm/detach-norm: dx, with the mean detached',
  letters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, g[i] * D(xhat[i], x[j]))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line(
      'sum(i, g[i] * (eye(i, j) * rstd + c[i] * D(rstd, x[j])))',
      'product rule for $\\hat{x} = c r$; with $\\mu$ held still an entry moves only itself',
    ),
    line(
      'sum(i, g[i] * (eye(i, j) * rstd - c[i] * rstd^2 * xhat[j] / C))',
      'the derivative of $r$, as ever',
      { forbid: ['D'] },
    ),
    line('sum(i, g[i] * rstd * (eye(i, j) - xhat[i] * xhat[j] / C))', '$c r$ is $\\hat{x}$', {
      forbid: ['D', 'c'],
    }),
    line('rstd * (g[j] - xhat[j] * mean(i, g[i] * xhat[i]))', 'sum over $i$', {
      forbid: ['D', 'eye', 'c'],
      maxNodes: 80,
    }),
  ],
};
