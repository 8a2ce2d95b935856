import type { Letters } from '../../derivation.js';

/** One sample: C channels of S positions. Each channel has its own mean and variance. */
export const instanceNormLetters: Letters = {
  sizes: { C: [2, 3, 2], S: [3, 2, 4] },
  indices: { i: 'C', j: 'C', k: 'C', s: 'S', t: 'S', u: 'S' },
  variables: { x: 'C,S', gamma: 'C', beta: 'C', dy: 'C,S', eps: 'positive' },
  definitions: {
    'mu[i]': 'mean(t, x[i, t])',
    'variance[i]': 'mean(t, (x[i, t] - mu[i])^2)',
    'rstd[i]': '1 / sqrt(variance[i] + eps)',
    'xhat[i, s]': '(x[i, s] - mu[i]) * rstd[i]',
    'y[i, s]': 'gamma[i] * xhat[i, s] + beta[i]',
    'g[i, s]': 'gamma[i] * dy[i, s]',
    L: 'sum(k, u, dy[k, u] * y[k, u])',
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' },
};
