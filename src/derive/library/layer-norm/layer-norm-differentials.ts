import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  variables: { ...layerNormLetters.variables, u: 'C' },
  definitions: { ...layerNormLetters.definitions, 'cdot[i]': 'u[i] - mean(k, u[k])' },
  tex: { ...layerNormLetters.tex, cdot: '\\dot{c}' },
};

/** With dc = u − mean(u): dσ² = 2 mean(c ⊙ dc) and dx̂ = r (dc − x̂ mean(x̂ ⊙ dc)). */
export const layerNormDifferentials: Derivation = {
  name: 'layer-norm-differentials',
  title: 'The second way: differentials',
  says: 'Move the row in the direction u and follow what moves: the deviations by u less its mean, the variance by twice the mean product with c, and x̂ by what is left once the part along x̂ is gone.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian times u',
  letters,
  lines: [
    line('sum(j, D(xhat[i], x[j]) * u[j])'),
    line('sum(j, (D(c[i], x[j]) * rstd + c[i] * D(rstd, x[j])) * u[j])', 'product rule for $\\hat{x} = c r$'),
    line(
      'rstd * sum(j, D(c[i], x[j]) * u[j]) + c[i] * sum(j, D(rstd, x[j]) * u[j])',
      'two differentials: that of $c$ and that of $r$',
    ),
    line(
      'rstd * cdot[i] + c[i] * sum(j, D(rstd, x[j]) * u[j])',
      'the differential of $c$ is $u$ less its mean',
    ),
    line(
      'rstd * cdot[i] - 1 / 2 * rstd^3 * c[i] * sum(j, D(variance, x[j]) * u[j])',
      '$r$ is the power $-1/2$ of $\\sigma^2 + \\varepsilon$',
    ),
    line(
      'rstd * cdot[i] - 1 / 2 * rstd^3 * c[i] * (2 * mean(k, c[k] * cdot[k]))',
      'the differential of $\\sigma^2$ is twice the mean of $c \\odot \\dot{c}$',
      { forbid: ['D'] },
    ),
    line(
      'rstd * cdot[i] - rstd * (c[i] * rstd) * mean(k, c[k] * rstd * cdot[k])',
      '2 cancels; hand one $r$ to each $c$',
      { forbid: ['D'] },
    ),
    line(
      'rstd * (cdot[i] - xhat[i] * mean(k, xhat[k] * cdot[k]))',
      '$c r$ is $\\hat{x}$; $r$ goes in front',
      { forbid: ['D', 'c', 'x'] },
    ),
  ],
};
