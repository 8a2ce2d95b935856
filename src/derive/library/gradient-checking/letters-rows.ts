import type { Letters } from '../../derivation.js';

const sizes = { C: [2, 3, 5] };
const indices = { i: 'C', j: 'C', k: 'C', l: 'C' };

/** A function of C numbers, looked at along the line x + t u. */
export const directionLetters: Letters = {
  sizes,
  indices,
  variables: { x: 'C', u: 'C', t: 'number', a: 'C', B: 'C,C' },
  definitions: {
    'p[i]': 'x[i] + t * u[i]',
    f: 'sum(i, a[i] * p[i]^3) + sum(i, j, B[i, j] * p[i] * p[j])',
    'gradient[j]': '3 * a[j] * p[j]^2 + sum(k, (B[j, k] + B[k, j]) * p[k])',
  },
  tex: { gradient: '\\nabla f' },
};

/** LayerNorm without γ and β, and two losses that people test it with: a sum times s, and half the sum of squares. */
export const blindLetters: Letters = {
  sizes,
  indices,
  variables: { x: 'C', s: 'number', eps: 'positive' },
  definitions: {
    mu: 'mean(k, x[k])',
    variance: 'mean(k, (x[k] - mu)^2)',
    rstd: '1 / sqrt(variance + eps)',
    'xhat[i]': '(x[i] - mu) * rstd',
    sumLoss: 'sum(l, s * xhat[l])',
    squareLoss: 'sum(l, xhat[l]^2) / 2',
  },
  tex: {
    mu: '\\mu',
    variance: '\\sigma^2',
    rstd: 'r',
    xhat: '\\hat{x}',
    eps: '\\varepsilon',
    sumLoss: 'L',
    squareLoss: 'L',
  },
};
