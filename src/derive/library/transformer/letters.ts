import type { Letters } from '../../derivation.js';

const sizes = { C: [3, 2, 4] };
const indices = { i: 'C', j: 'C', k: 'C', l: 'C', m: 'C' };
const tex = { mu: '\\mu', rstd: 'r', xhat: '\\hat{x}', eps: '\\varepsilon' };

/** A block that normalizes first: y = x + W x̂. W stands for the sub-layer. */
export const preNormLetters: Letters = {
  sizes,
  indices,
  variables: { x: 'C', W: 'C,C', dy: 'C', eps: 'positive' },
  definitions: {
    mu: 'mean(k, x[k])',
    rstd: '1 / sqrt(mean(k, (x[k] - mu)^2) + eps)',
    'xhat[i]': '(x[i] - mu) * rstd',
    'y[i]': 'x[i] + sum(k, W[i, k] * xhat[k])',
    L: 'sum(l, dy[l] * y[l])',
    'g[k]': 'sum(l, dy[l] * W[l, k])',
  },
  tex,
};

/** A block that normalizes last: y is the normalized u = x + W x. */
export const postNormLetters: Letters = {
  sizes,
  indices,
  variables: { x: 'C', W: 'C,C', dy: 'C', eps: 'positive' },
  definitions: {
    'u[i]': 'x[i] + sum(k, W[i, k] * x[k])',
    mu: 'mean(k, u[k])',
    rstd: '1 / sqrt(mean(k, (u[k] - mu)^2) + eps)',
    'y[i]': '(u[i] - mu) * rstd',
    L: 'sum(l, dy[l] * y[l])',
    'du[k]': 'rstd * (dy[k] - mean(l, dy[l]) - y[k] * mean(l, dy[l] * y[l]))',
  },
  tex,
};

/** Two residual blocks, one behind the other; A and B stand for their sub-layers. */
export const residualLetters: Letters = {
  sizes,
  indices,
  variables: { x: 'C', A: 'C,C', B: 'C,C', alpha: 'number' },
  definitions: {
    'middle[i]': 'x[i] + sum(k, A[i, k] * x[k])',
    'out[i]': 'middle[i] + sum(k, B[i, k] * middle[k])',
    'gated[i]': 'x[i] + alpha * sum(k, A[i, k] * x[k])',
  },
  tex: { middle: 'h', out: 'o', gated: 'y', alpha: '\\alpha' },
};

/** A normalization with γ and β, and the linear layer behind it. */
export const affineIntoLinearLetters: Letters = {
  sizes: { M: [2, 3, 2], C: [3, 2, 4] },
  indices: { i: 'M', k: 'C' },
  variables: { xhat: 'C', gamma: 'C', beta: 'C', W: 'M,C', b: 'M' },
  definitions: {
    'y[k]': 'gamma[k] * xhat[k] + beta[k]',
    'newWeight[i, k]': 'W[i, k] * gamma[k]',
    'newBias[i]': 'b[i] + sum(k, W[i, k] * beta[k])',
  },
  tex: { xhat: '\\hat{x}', newWeight: "W'", newBias: "b'" },
};
