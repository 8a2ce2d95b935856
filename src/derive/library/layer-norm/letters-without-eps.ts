import type { Letters } from '../../derivation.js';

/**
 * One row with ε = 0, for what is false as soon as there is an ε. At C = 2 every x̂ would be ±1 and wrong formulas
 * would pass, so C begins at 3.
 */
export const layerNormWithoutEpsLetters: Letters = {
  sizes: { C: [3, 4, 6] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'C', a: 'positive' },
  definitions: {
    mu: 'mean(k, x[k])',
    'c[i]': 'x[i] - mu',
    variance: 'mean(k, c[k]^2)',
    rstd: '1 / sqrt(variance)',
    'xhat[i]': 'c[i] * rstd',
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', rstd: 'r', xhat: '\\hat{x}' },
};
