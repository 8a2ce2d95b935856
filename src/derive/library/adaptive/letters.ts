import type { Letters } from '../../derivation.js';

/** One sample: C channels, of S positions in the image and of P positions in its style. */
export const adaInLetters: Letters = {
  sizes: { C: [2, 3], S: [3, 2], P: [2, 4] },
  indices: { i: 'C', j: 'C', k: 'C', s: 'S', t: 'S', u: 'S', p: 'P', q: 'P' },
  variables: { x: 'C,S', style: 'C,P', dy: 'C,S', eps: 'positive' },
  definitions: {
    'mu[i]': 'mean(t, x[i, t])',
    'variance[i]': 'mean(t, (x[i, t] - mu[i])^2)',
    'rstd[i]': '1 / sqrt(variance[i] + eps)',
    'xhat[i, s]': '(x[i, s] - mu[i]) * rstd[i]',
    'shift[i]': 'mean(q, style[i, q])',
    'factor[i]': 'sqrt(mean(q, (style[i, q] - shift[i])^2) + eps)',
    'y[i, s]': 'factor[i] * xhat[i, s] + shift[i]',
    'g[i, s]': 'factor[i] * dy[i, s]',
    L: 'sum(k, u, dy[k, u] * y[k, u])',
  },
  tex: {
    style: 's',
    mu: '\\mu',
    variance: '\\sigma^2',
    rstd: 'r',
    xhat: '\\hat{x}',
    shift: '\\mu_s',
    factor: '\\sigma_s',
    eps: '\\varepsilon',
  },
};

/** N samples of T rows of C features, and a scale and a shift for each sample. */
export const adaLayerNormLetters: Letters = {
  sizes: { N: [2, 3], T: [3, 2], C: [3, 2] },
  indices: { n: 'N', m: 'N', o: 'N', t: 'T', u: 'T', i: 'C', j: 'C', k: 'C' },
  variables: { x: 'N,T,C', scale: 'N,C', shift: 'N,C', dy: 'N,T,C', eps: 'positive' },
  definitions: {
    'mu[n, t]': 'mean(k, x[n, t, k])',
    'rstd[n, t]': '1 / sqrt(mean(k, (x[n, t, k] - mu[n, t])^2) + eps)',
    'xhat[n, t, i]': '(x[n, t, i] - mu[n, t]) * rstd[n, t]',
    'y[n, t, i]': '(1 + scale[n, i]) * xhat[n, t, i] + shift[n, i]',
    L: 'sum(o, u, k, dy[o, u, k] * y[o, u, k])',
  },
  tex: { mu: '\\mu', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' },
};
