import type { Letters } from '../../derivation.js';

/**
 * One sample: C channels of S positions, each divided by its root mean square, then cut off from below at τ. `open` is 1
 * where y lies above τ and 0 below: near any x but those at the kink, a constant.
 */
export const filterResponseNormLetters: Letters = {
  sizes: { C: [2, 3, 2], S: [3, 2, 4] },
  indices: { i: 'C', j: 'C', k: 'C', s: 'S', t: 'S', u: 'S' },
  variables: { x: 'C,S', gamma: 'C', beta: 'C', tau: 'C', open: 'C,S', dz: 'C,S', eps: 'positive' },
  definitions: {
    'meanSquare[i]': 'mean(t, x[i, t]^2)',
    'rstd[i]': '1 / sqrt(meanSquare[i] + eps)',
    'xhat[i, s]': 'x[i, s] * rstd[i]',
    'y[i, s]': 'gamma[i] * xhat[i, s] + beta[i]',
    'z[i, s]': 'tau[i] + open[i, s] * (y[i, s] - tau[i])',
    'g[i, s]': 'gamma[i] * open[i, s] * dz[i, s]',
    L: 'sum(k, u, dz[k, u] * z[k, u])',
  },
  tex: {
    meanSquare: '\\nu^2',
    rstd: 'r',
    xhat: '\\hat{x}',
    tau: '\\tau',
    open: 'm',
    eps: '\\varepsilon',
  },
};
