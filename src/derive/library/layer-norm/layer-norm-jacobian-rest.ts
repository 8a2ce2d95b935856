import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** At C = 2 nothing would be left of u, so C begins at 3. */
const letters: Letters = {
  ...layerNormLetters,
  sizes: { C: [3, 4, 6] },
  variables: { ...layerNormLetters.variables, u: 'C' },
  definitions: {
    ...layerNormLetters.definitions,
    'v[i]': 'u[i] - mean(k, u[k]) - xhat[i] * mean(k, u[k] * xhat[k]) / mean(k, xhat[k]^2)',
  },
};

/** J v = r v for every v orthogonal to 1 and x̂. */
export const layerNormJacobianRest: Derivation = {
  name: 'layer-norm-jacobian-rest',
  title: 'Every other direction is multiplied by r',
  says: 'Take any vector, remove its mean and its part along x̂. What is left comes through LayerNorm unturned, multiplied by r.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian',
  letters,
  lines: [
    line('sum(j, D(xhat[i], x[j]) * v[j])'),
    line('sum(j, rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C) * v[j])', 'the Jacobian of $\\hat{x}$', {
      forbid: ['D'],
    }),
    line('rstd * (v[i] - mean(j, v[j]) - xhat[i] * mean(j, xhat[j] * v[j]))', 'sum over $j$', {
      forbid: ['D', 'eye'],
    }),
    line(
      'rstd * (v[i] - 0 - xhat[i] * mean(j, xhat[j] * v[j]))',
      'the mean of $v$ is 0: it was removed, and $\\hat{x}$ has none',
      { forbid: ['D', 'eye'] },
    ),
    line(
      'rstd * (v[i] - 0 - xhat[i] * 0)',
      '$v$ is orthogonal to $\\hat{x}$: that part was removed as well',
      { forbid: ['D', 'eye', 'mean', 'sum'] },
    ),
    line('rstd * v[i]', 'nothing else is left', { forbid: ['D', 'eye', 'xhat'] }),
  ],
};
