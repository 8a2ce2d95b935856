import type { Letters } from '../../derivation.js';

/** One output of a linear layer: n inputs x, and weights whose products have a known mean over all draws. */
export const drawnWeightsLetters: Letters = {
  sizes: { n: [3, 2, 4] },
  indices: { i: 'n', j: 'n', k: 'n' },
  variables: { x: 'n', spread: 'positive' },
  definitions: { 'product[i, j]': 'spread * eye(i, j)' },
  tex: { product: 'E', spread: '\\sigma_w^2' },
};

/** Draws z, each of which comes with either sign equally often; what of each stands above 0, and what below, without its sign. */
export const signsLetters: Letters = {
  sizes: { S: [2, 3, 5] },
  indices: { s: 'S' },
  variables: { z: 'S' },
  definitions: { 'above[s]': '(z[s] + abs(z[s])) / 2', 'below[s]': '(abs(z[s]) - z[s]) / 2' },
  tex: { above: 'a', below: 'b' },
};

/** L layers of n inputs each, with weights of deviation g √(2/n) and a ReLU behind. */
export const towerLetters: Letters = {
  sizes: { L: [2, 3, 4], n: [3, 5, 4] },
  indices: { l: 'L' },
  variables: { m: 'positive', g: 'L positive' },
  definitions: { 'spread[l]': '2 * g[l]^2 / n' },
  tex: { m: 'm_0', spread: '\\sigma_w^2' },
};

/** Least squares on N rows of C numbers. */
export const leastSquaresLetters: Letters = {
  sizes: { N: [3, 4, 5], C: [2, 3, 2] },
  indices: { n: 'N', m: 'N', i: 'C', j: 'C', k: 'C' },
  variables: { x: 'N,C', w: 'C', t: 'N' },
  definitions: { loss: 'mean(n, (sum(k, x[n, k] * w[k]) - t[n])^2) / 2' },
  tex: { loss: '\\mathcal{L}' },
};

/** One input and a bias: the four numbers of the Hessian are 1, the mean, and the mean square. */
export const oneInputLetters: Letters = {
  sizes: { N: [3, 4, 5] },
  indices: { n: 'N', m: 'N' },
  variables: { x: 'N' },
  definitions: {
    mu: 'mean(m, x[m])',
    variance: 'mean(m, (x[m] - mu)^2)',
    'xhat[n]': '(x[n] - mu) / sqrt(variance)',
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', xhat: '\\hat{x}' },
};

/** Normalized logits at their best: all of γ on the right class, one of K. */
export const bestLogitsLetters: Letters = {
  sizes: { K: [3, 2, 5] },
  indices: { k: 'K', r: 'K' },
  variables: { gamma: 'positive' },
  definitions: { 'z[k, r]': 'gamma * (K * eye(k, r) - 1) / sqrt(K - 1)' },
  tex: { gamma: '\\gamma' },
};
