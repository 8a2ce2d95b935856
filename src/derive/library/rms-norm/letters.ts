import type { Letters } from '../../derivation.js';

const one = { C: [2, 3, 5] };
const indices = { i: 'C', j: 'C', k: 'C', l: 'C' };
const tex = { meanSquare: 'q', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' };
const forward = {
  meanSquare: 'mean(k, x[k]^2)',
  rstd: '1 / sqrt(meanSquare + eps)',
  'xhat[i]': 'x[i] * rstd',
  'y[i]': 'gamma[i] * xhat[i]',
  'g[i]': 'gamma[i] * dy[i]',
  L: 'sum(l, dy[l] * y[l])',
};

/** One row of C numbers divided by its root mean square, and L = ⟨dy, y⟩. */
export const rmsNormLetters: Letters = {
  sizes: one,
  indices,
  variables: { x: 'C', gamma: 'C', dy: 'C', eps: 'positive' },
  definitions: forward,
  tex,
};

/** The same row multiplied by a positive number a before it is normalized. */
export const rmsNormScaledLetters: Letters = {
  sizes: one,
  indices,
  variables: { x: 'C', a: 'positive', eps: 'positive' },
  definitions: { meanSquare: forward.meanSquare },
  tex,
};

/** N rows that share one γ. */
export const rmsNormBatchLetters: Letters = {
  sizes: { N: [2, 3, 4], C: [3, 2, 5] },
  indices: { n: 'N', m: 'N', i: 'C', j: 'C', k: 'C' },
  variables: { x: 'N,C', gamma: 'C', dy: 'N,C', eps: 'positive' },
  definitions: {
    'rstd[n]': '1 / sqrt(mean(k, x[n, k]^2) + eps)',
    'xhat[n, i]': 'x[n, i] * rstd[n]',
    'y[n, i]': 'gamma[i] * xhat[n, i]',
    L: 'sum(m, k, dy[m, k] * y[m, k])',
  },
  tex,
};

/** Without ε, where the geometry is exact. */
export const rmsNormExactLetters: Letters = {
  sizes: { C: [3, 4, 6] },
  indices,
  variables: { x: 'C', v: 'C' },
  definitions: {
    meanSquare: forward.meanSquare,
    rstd: '1 / sqrt(meanSquare)',
    'xhat[i]': 'x[i] * rstd',
    'Q[i, j]': 'eye(i, j) - 2 * v[i] * v[j] / sum(k, v[k]^2)',
    'turned[i]': 'sum(j, Q[i, j] * x[j])',
  },
  tex: { ...tex, turned: '(Qx)' },
};

/** The way back once more: w is what comes from above for dx, and the three means are all that it needs. */
export const rmsNormTwiceLetters: Letters = {
  sizes: one,
  indices,
  variables: { x: 'C', gamma: 'C', dy: 'C', w: 'C', eps: 'positive' },
  definitions: {
    ...forward,
    meanWG: 'mean(k, w[k] * g[k])',
    meanWX: 'mean(k, w[k] * xhat[k])',
    meanGX: 'mean(k, g[k] * xhat[k])',
    'dx[i]': 'rstd * (g[i] - xhat[i] * meanGX)',
    S: 'sum(l, w[l] * dx[l])',
  },
  tex: {
    ...tex,
    meanWG: '\\langle wg \\rangle',
    meanWX: '\\langle w\\hat{x} \\rangle',
    meanGX: '\\langle g\\hat{x} \\rangle',
  },
};

/** ScaleNorm: a row divided by its length, times one learned number. */
export const scaleNormLetters: Letters = {
  sizes: one,
  indices,
  variables: { x: 'C', gain: 'number', dy: 'C' },
  definitions: {
    norm: 'sqrt(sum(k, x[k]^2))',
    'u[i]': 'x[i] / norm',
    'y[i]': 'gain * u[i]',
    L: 'sum(l, dy[l] * y[l])',
  },
  tex: { gain: 'g', norm: '\\lVert x \\rVert' },
};
