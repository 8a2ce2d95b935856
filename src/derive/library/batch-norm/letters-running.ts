import type { Letters } from '../../derivation.js';

const variables = {
  gamma: 'C',
  beta: 'C',
  runningMean: 'C',
  runningVariance: 'C positive',
  eps: 'positive',
};
const tex = { runningMean: 'm', runningVariance: 'v', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' };
const rstd = { 'rstd[j]': '1 / sqrt(runningVariance[j] + eps)' };

/** N samples of C features in evaluation: the statistics are numbers that were kept. */
export const evaluationLetters: Letters = {
  sizes: { N: [3, 2, 4], C: [2, 3, 3] },
  indices: { n: 'N', m: 'N', p: 'N', i: 'C', j: 'C', k: 'C' },
  variables: { x: 'N,C', dy: 'N,C', ...variables },
  definitions: {
    ...rstd,
    'xhat[n, j]': '(x[n, j] - runningMean[j]) * rstd[j]',
    'y[n, j]': 'gamma[j] * xhat[n, j] + beta[j]',
    L: 'sum(p, k, dy[p, k] * y[p, k])',
  },
  tex,
};

/** A linear layer from K numbers h to C features, and BatchNorm in evaluation behind it. */
export const foldingLetters: Letters = {
  sizes: { N: [2, 3], C: [3, 2], K: [2, 4] },
  indices: { n: 'N', m: 'N', j: 'C', i: 'C', k: 'K', l: 'K' },
  variables: { h: 'N,K', W: 'C,K', b: 'C', dy: 'N,C', ...variables },
  definitions: {
    ...rstd,
    'z[n, j]': 'sum(k, W[j, k] * h[n, k]) + b[j]',
    'y[n, j]': 'gamma[j] * (z[n, j] - runningMean[j]) * rstd[j] + beta[j]',
    'foldedWeight[j, k]': 'gamma[j] * rstd[j] * W[j, k]',
    'foldedBias[j]': 'gamma[j] * rstd[j] * (b[j] - runningMean[j]) + beta[j]',
    L: 'sum(m, i, dy[m, i] * y[m, i])',
  },
  tex: { ...tex, foldedWeight: "W'", foldedBias: "b'" },
};

/** Three steps of a running mean that starts at 0, when every batch has the mean a. */
export const startUpLetters: Letters = {
  sizes: {},
  indices: {},
  variables: { a: 'number', rho: 'number' },
  definitions: {
    first: 'rho * a',
    second: '(1 - rho) * first + rho * a',
    third: '(1 - rho) * second + rho * a',
  },
  tex: { rho: '\\rho', first: 'm_1', second: 'm_2', third: 'm_3' },
};

/** BatchNorm's own x̂, moved to the running statistics by a scale and a shift. */
export const renormLetters: Letters = {
  sizes: { N: [3, 2, 4], C: [2, 3, 3] },
  indices: { n: 'N', m: 'N', j: 'C' },
  variables: { x: 'N,C', runningMean: 'C', runningVariance: 'C positive', eps: 'positive' },
  definitions: {
    'mu[j]': 'mean(m, x[m, j])',
    'deviation[j]': 'sqrt(mean(m, (x[m, j] - mu[j])^2) + eps)',
    'xhat[n, j]': '(x[n, j] - mu[j]) / deviation[j]',
    'runningDeviation[j]': 'sqrt(runningVariance[j] + eps)',
    'scale[j]': 'deviation[j] / runningDeviation[j]',
    'shift[j]': '(mu[j] - runningMean[j]) / runningDeviation[j]',
  },
  tex: {
    ...tex,
    mu: '\\mu',
    deviation: '\\sigma',
    runningDeviation: 's',
    scale: 'r',
    shift: 'd',
  },
};
