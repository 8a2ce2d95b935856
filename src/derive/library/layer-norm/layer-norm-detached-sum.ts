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

/** Σ dx = r C mean(g), not 0. */
export const layerNormDetachedSum: Derivation = {
  name: 'layer-norm-detached-sum',
  title: 'What breaks: the sum',
  says: 'With the statistics held still the gradient no longer sums to 0. It asks for a shift that the layer cannot see.',
  source: 'Xu, Sun, Zhang, Zhao and Lin (2019), arXiv:1911.07013, for DetachNorm; derived here',
  agreesWith: 'norm/detach-norm: dx',
  letters,
  lines: [
    line('sum(j, D(L, x[j]))'),
    line('sum(j, rstd * g[j])', '$r g$ is the whole gradient', { forbid: ['D'] }),
    line('rstd * C * mean(j, g[j])', 'a sum of $C$ numbers is $C$ times their mean', {
      forbid: ['D', 'sum'],
    }),
  ],
};
