import type { Letters } from '../../derivation.js';

/** One sample: G groups of K channels, each channel with S positions. A group shares one mean and one variance. */
export const groupNormLetters: Letters = {
  sizes: { G: [2, 3], K: [3, 2], S: [2, 4] },
  indices: { a: 'G', b: 'G', k: 'K', l: 'K', m: 'K', s: 'S', t: 'S', u: 'S' },
  variables: { x: 'G,K,S', gamma: 'G,K', beta: 'G,K', dy: 'G,K,S', eps: 'positive' },
  definitions: {
    'mu[a]': 'mean(l, t, x[a, l, t])',
    'variance[a]': 'mean(l, t, (x[a, l, t] - mu[a])^2)',
    'rstd[a]': '1 / sqrt(variance[a] + eps)',
    'xhat[a, k, s]': '(x[a, k, s] - mu[a]) * rstd[a]',
    'y[a, k, s]': 'gamma[a, k] * xhat[a, k, s] + beta[a, k]',
    'g[a, k, s]': 'gamma[a, k] * dy[a, k, s]',
    L: 'sum(b, m, u, dy[b, m, u] * y[b, m, u])',
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' },
};
