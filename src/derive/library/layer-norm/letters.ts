import type { Letters } from '../../derivation.js';

/** The equations (1) to (4) for one row of C numbers. */
export const layerNormStatistics = {
  mu: 'mean(k, x[k])',
  'c[i]': 'x[i] - mu',
  variance: 'mean(k, c[k]^2)',
  rstd: '1 / sqrt(variance + eps)',
  'xhat[i]': 'c[i] * rstd',
};

/** What stands after x̂: the output (5), the gradient g that arrives at x̂, and L = ⟨dy, y⟩. */
export const lossOfXhat = {
  'y[i]': 'gamma[i] * xhat[i] + beta[i]',
  'g[i]': 'gamma[i] * dy[i]',
  L: 'sum(l, dy[l] * y[l])',
};

/** How the letters of LayerNorm are typeset. */
export const layerNormTex = {
  mu: '\\mu',
  variance: '\\sigma^2',
  rstd: 'r',
  xhat: '\\hat{x}',
  eps: '\\varepsilon',
};

/** One row of C numbers, normalized: the equations (1) to (5) and what follows them. */
export const layerNormLetters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C', gamma: 'C', beta: 'C', dy: 'C', eps: 'positive' },
  definitions: { ...layerNormStatistics, ...lossOfXhat },
  tex: layerNormTex,
};
