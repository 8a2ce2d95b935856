import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  variables: { ...layerNormLetters.variables, u: 'C' },
  definitions: { ...layerNormLetters.definitions, 'cdot[i]': 'u[i] - mean(k, u[k])' },
  tex: { ...layerNormLetters.tex, cdot: '\\dot{c}' },
};

/** Equation (8), read off the differential. */
export const layerNormDifferentialsDx: Derivation = {
  name: 'layer-norm-differentials-dx',
  title: 'From the differential to the gradient',
  says: 'The differential says how the loss moves along any u. Move the two subtractions from u over to g, and what is multiplied with u is the gradient: equation (8).',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: dx, times u',
  letters,
  lines: [
    line('sum(j, D(L, x[j]) * u[j])'),
    line('sum(i, g[i] * sum(j, D(xhat[i], x[j]) * u[j]))', 'chain rule; at $\\hat{x}$ arrives $g$', {
      forbid: ['L'],
    }),
    line(
      'sum(i, g[i] * rstd * (cdot[i] - xhat[i] * mean(k, xhat[k] * cdot[k])))',
      'the differential of $\\hat{x}$',
      { forbid: ['D'] },
    ),
    line(
      'rstd * (sum(i, g[i] * cdot[i]) - mean(i, g[i] * xhat[i]) * sum(k, xhat[k] * cdot[k]))',
      'sum term by term; the $1/C$ goes to the other sum',
      { forbid: ['D'] },
    ),
    line(
      'rstd * sum(i, (g[i] - xhat[i] * mean(k, g[k] * xhat[k])) * cdot[i])',
      'one sum of products with $\\dot{c}$',
      { forbid: ['D'] },
    ),
    line(
      'rstd * sum(i, (g[i] - xhat[i] * mean(k, g[k] * xhat[k])) * (u[i] - mean(k, u[k])))',
      '$\\dot{c}$ is $u$ less its mean',
      { forbid: ['D', 'cdot'] },
    ),
    line(
      'rstd * sum(i, (g[i] - xhat[i] * mean(k, g[k] * xhat[k]) - mean(l, g[l] - xhat[l] * mean(k, g[k] * xhat[k]))) * u[i])',
      'in a product it does not matter from which factor the mean is subtracted',
      { forbid: ['D', 'cdot'] },
    ),
    line(
      'sum(i, rstd * (g[i] - mean(k, g[k]) - xhat[i] * mean(k, g[k] * xhat[k])) * u[i])',
      '$\\hat{x}$ has mean 0; before $u$ stands equation (8)',
      { forbid: ['D', 'cdot'], maxNodes: 110 },
    ),
  ],
};
