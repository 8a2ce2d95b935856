import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { lossOfXhat } from './letters.js';

/** The statistics are variables: whatever they are, no gradient goes through them. */
const letters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C', mu: 'number', rstd: 'positive', gamma: 'C', beta: 'C', dy: 'C' },
  definitions: { 'xhat[i]': '(x[i] - mu) * rstd', ...lossOfXhat },
  tex: { mu: '\\mu', rstd: 'r', xhat: '\\hat{x}' },
};

/** dx = r g where μ and r are constants. */
export const layerNormDetached: Derivation = {
  name: 'layer-norm-detached',
  title: 'With the statistics held still',
  says: 'Treat μ and r as constants and of equation (8) only the first term is left. The output is the same, the gradient is not.',
  source: 'Xu, Sun, Zhang, Zhao and Lin (2019), arXiv:1911.07013, for DetachNorm; derived here',
  agreesWith: 'norm/detach-norm: dx',
  letters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, g[i] * D(xhat[i], x[j]))', 'chain rule; at $\\hat{x}$ arrives $g$', { forbid: ['L'] }),
    line('sum(i, g[i] * rstd * eye(i, j))', '$\\hat{x} = (x - \\mu) r$, both held still', { forbid: ['D'] }),
    line('rstd * g[j]', 'of the sum over $i$ one term is left', { forbid: ['D', 'eye', 'sum'] }),
  ],
};
