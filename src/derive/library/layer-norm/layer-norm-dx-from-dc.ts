import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  definitions: {
    ...layerNormLetters.definitions,
    'dc[i]': 'rstd * (g[i] - xhat[i] * mean(k, g[k] * xhat[k]))',
  },
  tex: { ...layerNormLetters.tex, dc: 'dc' },
};

/** Equation (8): dx = dc − mean(dc). */
export const layerNormDxFromDc: Derivation = {
  name: 'layer-norm-dx-from-dc',
  title: 'From the deviations to x',
  says: 'The last step back: c = x − μ. Every entry of x also moves the mean a little, and so dx is dc with its mean taken away.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, dc[i] * D(c[i], x[j]))', 'chain rule: $x$ reaches the loss through $c$ alone', {
      forbid: ['L'],
    }),
    line('sum(i, dc[i] * (eye(i, j) - D(mu, x[j])))', '$c = x - \\mu$', { forbid: ['L'] }),
    line('sum(i, dc[i] * (eye(i, j) - 1 / C))', 'an entry moves the mean by a $C$-th', {
      forbid: ['L', 'D'],
    }),
    line('dc[j] - mean(i, dc[i])', 'sum over $i$', { forbid: ['L', 'D', 'eye'] }),
    line(
      'rstd * (g[j] - xhat[j] * mean(k, g[k] * xhat[k])) - mean(i, rstd * (g[i] - xhat[i] * mean(k, g[k] * xhat[k])))',
      'what arrives at $c$',
      { forbid: ['L', 'D', 'eye', 'dc'] },
    ),
    line(
      'rstd * (g[j] - xhat[j] * mean(k, g[k] * xhat[k])) - rstd * (mean(i, g[i]) - mean(i, xhat[i]) * mean(k, g[k] * xhat[k]))',
      'the mean term by term',
      { forbid: ['L', 'D', 'eye', 'dc'] },
    ),
    line(
      'rstd * (g[j] - xhat[j] * mean(k, g[k] * xhat[k])) - rstd * mean(i, g[i])',
      '$\\hat{x}$ has mean 0',
      { forbid: ['L', 'D', 'eye', 'dc'] },
    ),
    line(
      'rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))',
      'both terms have the factor $r$',
      {
        forbid: ['L', 'D', 'eye', 'dc'],
        maxNodes: 20,
      },
    ),
  ],
};
