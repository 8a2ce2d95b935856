import type { Letters } from '../../derivation.js';

/**
 * N samples of C channels of S positions. m and v are the K = 3 means and variances at each sample and channel, of
 * instance, layer and batch: constants for the logits. w and p are their weights; a and b collect what comes back for
 * each of the three.
 */
export const switchableNormLetters: Letters = {
  sizes: { K: [3], N: [2, 3], C: [3, 2], S: [2, 3] },
  indices: { k: 'K', l: 'K', q: 'K', n: 'N', i: 'C', s: 'S' },
  variables: {
    x: 'N,C,S',
    m: 'K,N,C',
    v: 'K,N,C positive',
    meanLogits: 'K',
    varianceLogits: 'K',
    gamma: 'C',
    beta: 'C',
    dy: 'N,C,S',
    eps: 'positive',
  },
  definitions: {
    'w[k]': 'exp(meanLogits[k]) / sum(q, exp(meanLogits[q]))',
    'p[k]': 'exp(varianceLogits[k]) / sum(q, exp(varianceLogits[q]))',
    'mu[n, i]': 'sum(k, w[k] * m[k, n, i])',
    'variance[n, i]': 'sum(k, p[k] * v[k, n, i])',
    'rstd[n, i]': '1 / sqrt(variance[n, i] + eps)',
    'xhat[n, i, s]': '(x[n, i, s] - mu[n, i]) * rstd[n, i]',
    'y[n, i, s]': 'gamma[i] * xhat[n, i, s] + beta[i]',
    'g[n, i, s]': 'gamma[i] * dy[n, i, s]',
    L: 'sum(n, i, s, dy[n, i, s] * y[n, i, s])',
    'a[k]': '-sum(n, i, s, g[n, i, s] * rstd[n, i] * m[k, n, i])',
    'b[k]': '-1 / 2 * sum(n, i, s, g[n, i, s] * xhat[n, i, s] * rstd[n, i]^2 * v[k, n, i])',
  },
  tex: {
    meanLogits: '\\lambda',
    varianceLogits: "\\lambda'",
    mu: '\\mu',
    variance: '\\sigma^2',
    rstd: 'r',
    xhat: '\\hat{x}',
    eps: '\\varepsilon',
  },
};
