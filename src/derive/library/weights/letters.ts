import type { Letters } from '../../derivation.js';

/** A row of weights given as a length and a direction; dw is what comes from above. */
export const weightNormLetters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C' },
  variables: { v: 'C', gain: 'number', dw: 'C' },
  definitions: {
    norm: 'sqrt(sum(k, v[k]^2))',
    'u[i]': 'v[i] / norm',
    'w[i]': 'gain * u[i]',
    L: 'sum(l, dw[l] * w[l])',
  },
  tex: { gain: 'g', norm: '\\lVert v \\rVert' },
};

/** A matrix divided by the length that u and v measure, which are held still. */
export const spectralNormLetters: Letters = {
  sizes: { M: [2, 3, 4], K: [3, 2, 5] },
  indices: { i: 'M', m: 'M', p: 'M', j: 'K', k: 'K', q: 'K' },
  variables: { W: 'M,K', u: 'M', v: 'K', dWbar: 'M,K' },
  definitions: {
    sigma: 'sum(p, q, u[p] * W[p, q] * v[q])',
    'Wbar[i, j]': 'W[i, j] / sigma',
    L: 'sum(p, q, dWbar[p, q] * Wbar[p, q])',
  },
  tex: { sigma: '\\sigma', Wbar: '\\bar{W}', dWbar: 'd\\bar{W}' },
};

/** M rows of K weights, each row normalized: LayerNorm without γ and β, for weights. */
export const weightStandardizationLetters: Letters = {
  sizes: { M: [2, 3, 2], K: [3, 2, 4] },
  indices: { i: 'M', m: 'M', p: 'M', j: 'K', k: 'K', q: 'K' },
  variables: { W: 'M,K', dWhat: 'M,K', eps: 'positive' },
  definitions: {
    'mu[i]': 'mean(q, W[i, q])',
    'variance[i]': 'mean(q, (W[i, q] - mu[i])^2)',
    'rstd[i]': '1 / sqrt(variance[i] + eps)',
    'What[i, j]': '(W[i, j] - mu[i]) * rstd[i]',
    L: 'sum(p, q, dWhat[p, q] * What[p, q])',
  },
  tex: {
    mu: '\\mu',
    variance: '\\sigma^2',
    rstd: 'r',
    What: '\\hat{W}',
    dWhat: 'd\\hat{W}',
    eps: '\\varepsilon',
  },
};

/** A linear layer from K numbers h to M numbers z; with a added to each row of W; with the mean taken out of each column. */
export const centredWeightsLetters: Letters = {
  sizes: { M: [2, 3, 4], K: [3, 2, 5] },
  indices: { i: 'M', m: 'M', p: 'M', j: 'K', k: 'K' },
  variables: { W: 'M,K', b: 'M', h: 'K', a: 'K' },
  definitions: {
    'z[i]': 'sum(k, W[i, k] * h[k]) + b[i]',
    'shifted[i]': 'sum(k, (W[i, k] + a[k]) * h[k]) + b[i]',
    'centredW[i, j]': 'W[i, j] - mean(p, W[p, j])',
    'centredB[i]': 'b[i] - mean(p, b[p])',
  },
  tex: { shifted: "z'", centredW: 'W^c', centredB: 'b^c' },
};
