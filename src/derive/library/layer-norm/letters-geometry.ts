import type { Letters } from '../../derivation.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

/** The matrix that takes the mean away. */
export const centringLetters: Letters = {
  sizes: { C: [3, 4, 6] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C' },
  definitions: { mu: 'mean(k, x[k])', 'c[i]': 'x[i] - mu', 'P[i, j]': 'eye(i, j) - 1 / C' },
  tex: { mu: '\\mu' },
};

/** Without ε, and with γ and β. */
export const ellipsoidLetters: Letters = {
  ...layerNormWithoutEpsLetters,
  variables: { x: 'C', gamma: 'C', beta: 'C' },
  definitions: { ...layerNormWithoutEpsLetters.definitions, 'y[i]': 'gamma[i] * xhat[i] + beta[i]' },
};

/** Without ε: a mirror Q across a direction u of mean 0, and what it makes of x and of the centred x. */
export const mirrorLetters: Letters = {
  ...layerNormWithoutEpsLetters,
  variables: { x: 'C', v: 'C' },
  definitions: {
    ...layerNormWithoutEpsLetters.definitions,
    'u[i]': 'v[i] - mean(k, v[k])',
    'Q[i, j]': 'eye(i, j) - 2 * u[i] * u[j] / sum(k, u[k]^2)',
    'turned[i]': 'sum(j, Q[i, j] * x[j])',
    'turnedC[i]': 'sum(j, Q[i, j] * c[j])',
  },
  tex: { ...layerNormWithoutEpsLetters.tex, turned: '(Qx)', turnedC: '(Qc)' },
};
