import type { Letters } from '../../derivation.js';
import { layerNormTex } from './letters.js';

/** N rows of C numbers, each normalized by itself. N and C differ, so that no formula can mix them up. */
export const layerNormBatchLetters: Letters = {
  sizes: { N: [3, 2, 4], C: [2, 3, 5] },
  indices: { n: 'N', m: 'N', i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { x: 'N,C', gamma: 'C', beta: 'C', dy: 'N,C', eps: 'positive' },
  definitions: {
    'mu[n]': 'mean(k, x[n, k])',
    'c[n, i]': 'x[n, i] - mu[n]',
    'variance[n]': 'mean(k, c[n, k]^2)',
    'rstd[n]': '1 / sqrt(variance[n] + eps)',
    'xhat[n, i]': 'c[n, i] * rstd[n]',
    'y[n, i]': 'gamma[i] * xhat[n, i] + beta[i]',
    L: 'sum(m, l, dy[m, l] * y[m, l])',
  },
  tex: layerNormTex,
};
