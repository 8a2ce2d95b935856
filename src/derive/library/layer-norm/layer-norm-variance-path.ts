import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromCentredLetters } from './letters-cut.js';

const letters: Letters = {
  ...fromCentredLetters,
  definitions: { ...fromCentredLetters.definitions, dvariance: '-1 / 2 * rstd^3 * sum(i, g[i] * c[i])' },
  tex: { ...fromCentredLetters.tex, dvariance: 'd\\sigma^2' },
};

/** The second path to c: −r · x̂ · mean(g ⊙ x̂). */
export const layerNormVariancePath: Derivation = {
  name: 'layer-norm-variance-path',
  title: 'The path through the variance',
  says: 'What arrives at the variance goes on to every c, in proportion to c. Written with x̂ in place of c the powers of r fold into one.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of c through rstd',
  letters,
  lines: [
    line('dvariance * D(variance, c[j])'),
    line('dvariance * mean(k, 2 * c[k] * eye(k, j))', 'the derivative of the mean of squares', {
      forbid: ['D'],
    }),
    line('dvariance * (2 * c[j] / C)', 'of the sum over $k$ one term is left', { forbid: ['D', 'eye'] }),
    line('-1 / 2 * rstd^3 * sum(i, g[i] * c[i]) * (2 * c[j] / C)', 'what arrives at the variance', {
      forbid: ['D', 'eye', 'dvariance'],
    }),
    line('-rstd^3 * c[j] * mean(i, g[i] * c[i])', '2 cancels; a sum over $C$ is a mean', {
      forbid: ['D', 'eye', 'dvariance'],
    }),
    line('-rstd * (c[j] * rstd) * mean(i, g[i] * (c[i] * rstd))', 'hand one $r$ to each $c$', {
      forbid: ['D', 'eye', 'dvariance'],
    }),
    line('-rstd * xhat[j] * mean(i, g[i] * xhat[i])', '$c r$ is $\\hat{x}$', {
      forbid: ['D', 'eye', 'dvariance', 'c'],
    }),
  ],
};
