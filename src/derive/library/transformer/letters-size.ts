import type { Letters } from '../../derivation.js';

/** A stream x and a branch u that shares nothing with it: the mean of their product is 0. */
export const twoRoadsLetters: Letters = {
  sizes: { C: [3, 4, 5] },
  indices: { i: 'C', k: 'C' },
  variables: { x: 'C', raw: 'C', alpha: 'nonzero' },
  definitions: { 'u[i]': 'raw[i] - x[i] * sum(k, raw[k] * x[k]) / sum(k, x[k]^2)' },
  tex: { alpha: '\\alpha' },
};

/** Mean squares in a stack: v before the first block; s and n say how the branches answer. Three blocks stand for L. */
export const stackLetters: Letters = {
  sizes: { L: [3, 2, 4] },
  indices: { l: 'L', m: 'L' },
  variables: {
    v: 'positive',
    s: 'positive',
    n: 'positive',
    a: 'number',
    alpha: 'positive',
    square: 'L positive',
  },
  definitions: {
    plain1: 'v + s * v',
    plain2: 'plain1 + s * plain1',
    plain3: 'plain2 + s * plain2',
    pre1: 'v + s',
    pre2: 'pre1 + s',
    pre3: 'pre2 + s',
    gated1: 'v + a^2 * s * v',
    gated2: 'gated1 + a^2 * s * gated1',
    'post[l]': '1 + square[l]',
    'deep[l]': 'alpha^2 + square[l]',
    'postRoad[l]': '1 / sqrt(post[l])',
    'deepRoad[l]': 'alpha / sqrt(deep[l])',
    behind: 'v + n * s',
  },
  tex: {
    v: 'v_0',
    alpha: '\\alpha',
    plain1: 'v_1',
    plain2: 'v_2',
    plain3: 'v_3',
    pre1: 'v_1',
    pre2: 'v_2',
    pre3: 'v_3',
    gated1: 'v_1',
    gated2: 'v_2',
    square: 's',
    post: 'v',
    deep: 'v',
    postRoad: 'p',
    deepRoad: 'p',
    behind: 'v_n',
  },
};

/** Peri-LN without ε: each of n branches, two in a block, is normalized over its C numbers, then multiplied by γ. */
export const periLetters: Letters = {
  sizes: { n: [2, 3, 4], C: [3, 2, 4] },
  indices: { l: 'n', i: 'C', k: 'C' },
  variables: { v: 'positive', gamma: 'positive', f: 'n,C' },
  definitions: {
    'mu[l]': 'mean(k, f[l, k])',
    'variance[l]': 'mean(k, (f[l, k] - mu[l])^2)',
    'u[l, i]': 'gamma * (f[l, i] - mu[l]) / sqrt(variance[l])',
  },
  tex: { v: 'v_0', gamma: '\\gamma', mu: '\\mu', variance: '\\sigma^2' },
};

/** DeepNorm's two numbers for an encoder of N layers: two residual branches in each. */
export const deepNormLetters: Letters = {
  sizes: { N: [2, 3, 6] },
  indices: { l: 'N' },
  variables: {},
  definitions: {
    alphaSquared: 'sqrt(2 * N)',
    betaSquared: '1 / sqrt(8 * N)',
  },
  tex: { alphaSquared: '\\alpha^2', betaSquared: '\\beta^2' },
};
