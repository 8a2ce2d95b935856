import type { Letters } from '../../derivation.js';

const batch = { N: [3, 2, 4], C: [2, 3, 3] };
const indices = { n: 'N', m: 'N', p: 'N', i: 'C', j: 'C', k: 'C' };
const variables = { x: 'N,C', gamma: 'C', beta: 'C', dy: 'N,C', eps: 'positive' };
const tex = { mu: '\\mu', variance: '\\sigma^2', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' };
const moments = { 'mu[j]': 'mean(n, x[n, j])', 'variance[j]': 'mean(n, (x[n, j] - mu[j])^2)' };
const affine = {
  'xhat[n, j]': '(x[n, j] - mu[j]) * rstd[j]',
  'y[n, j]': 'gamma[j] * xhat[n, j] + beta[j]',
  'g[n, j]': 'gamma[j] * dy[n, j]',
  L: 'sum(p, k, dy[p, k] * y[p, k])',
};

/** N samples of C features in training: each feature is normalized over the batch. */
export const batchNormLetters: Letters = {
  sizes: batch,
  indices,
  variables,
  definitions: { ...moments, 'rstd[j]': '1 / sqrt(variance[j] + eps)', ...affine },
  tex,
};

/** The same with the variance divided by N − 1. */
export const besselLetters: Letters = {
  sizes: batch,
  indices,
  variables,
  definitions: {
    'mu[j]': moments['mu[j]'],
    'variance[j]': 'sum(n, (x[n, j] - mu[j])^2) / (N - 1)',
    'rstd[j]': '1 / sqrt(variance[j] + eps)',
    ...affine,
  },
  tex: { ...tex, variance: 's^2' },
};

/** The three gradients of the paper, each written with the ones before it. */
export const batchNormPathsLetters: Letters = {
  ...batchNormLetters,
  definitions: {
    ...batchNormLetters.definitions,
    'dvariance[j]': '-1 / 2 * rstd[j]^3 * sum(m, g[m, j] * (x[m, j] - mu[j]))',
    'dmu[j]': '-rstd[j] * sum(m, g[m, j]) - dvariance[j] * 2 * mean(m, x[m, j] - mu[j])',
  },
  tex: { ...tex, dvariance: 'd\\sigma^2', dmu: 'd\\mu' },
};

/** A batch of two. */
export const twoSamplesLetters: Letters = {
  sizes: { N: [2], C: [3] },
  indices,
  variables: { x: 'N,C', eps: 'positive' },
  definitions: {
    ...moments,
    'rstd[j]': '1 / sqrt(variance[j] + eps)',
    'xhat[n, j]': affine['xhat[n, j]'],
  },
  tex,
};

/** A batch of one. */
export const oneSampleLetters: Letters = {
  ...batchNormLetters,
  sizes: { N: [1], C: [3] },
};

/** A bias b is added to x before it is normalized. */
export const biasBeforeLetters: Letters = {
  sizes: batch,
  indices,
  variables: { ...variables, b: 'C' },
  definitions: {
    'z[n, j]': 'x[n, j] + b[j]',
    'mu[j]': 'mean(n, z[n, j])',
    'variance[j]': 'mean(n, (z[n, j] - mu[j])^2)',
    'rstd[j]': '1 / sqrt(variance[j] + eps)',
    ...affine,
    'xhat[n, j]': '(z[n, j] - mu[j]) * rstd[j]',
  },
  tex,
};
