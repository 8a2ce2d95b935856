import type { Letters } from '../../derivation.js';

const tex = { mu: '\\mu', variance: '\\sigma^2' };

/** A row of C numbers, with a number m that may be any guess at its mean. */
export const varianceLetters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C' },
  variables: { x: 'C', m: 'number' },
  definitions: {
    mu: 'mean(k, x[k])',
    variance: 'mean(k, (x[k] - mu)^2)',
    'rough[i]': 'x[i] - m',
    left: 'mean(k, rough[k])',
  },
  tex: { ...tex, rough: 'c', left: '\\bar{c}' },
};

/** Two rows of different length, and what is known of each: its mean and its sum of squared deviations. */
export const twoRowsLetters: Letters = {
  sizes: { N: [2, 3, 4], M: [3, 2, 7] },
  indices: { i: 'N', k: 'N', j: 'M', l: 'M' },
  variables: { x: 'N', z: 'M' },
  definitions: {
    meanX: 'mean(k, x[k])',
    meanZ: 'mean(l, z[l])',
    squaresX: 'sum(k, (x[k] - meanX)^2)',
    squaresZ: 'sum(l, (z[l] - meanZ)^2)',
    meanAll: '(sum(k, x[k]) + sum(l, z[l])) / (N + M)',
    gap: 'meanZ - meanX',
  },
  tex: {
    meanX: '\\bar{x}',
    meanZ: '\\bar{z}',
    squaresX: 'S_x',
    squaresZ: 'S_z',
    meanAll: '\\mu',
    gap: '\\Delta',
  },
};

/** C numbers that have been seen, and one new number z. */
export const oneMoreLetters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', k: 'C' },
  variables: { x: 'C', z: 'number' },
  definitions: {
    oldMean: 'mean(k, x[k])',
    oldSquares: 'sum(k, (x[k] - oldMean)^2)',
    newMean: '(sum(k, x[k]) + z) / (C + 1)',
    newSquares: 'sum(k, (x[k] - newMean)^2) + (z - newMean)^2',
    gap: 'z - oldMean',
  },
  tex: {
    oldMean: '\\mu',
    newMean: "\\mu'",
    oldSquares: 'S',
    newSquares: "S'",
    gap: '\\Delta',
  },
};

/** C numbers, of which i and j are drawn: a batch of two. */
export const pairLetters: Letters = {
  sizes: { C: [2, 3, 5] },
  indices: { i: 'C', j: 'C', k: 'C' },
  variables: { x: 'C' },
  definitions: {
    mu: 'mean(k, x[k])',
    variance: 'mean(k, (x[k] - mu)^2)',
    'pairMean[i, j]': '(x[i] + x[j]) / 2',
    'pairVariance[i, j]': '((x[i] - pairMean[i, j])^2 + (x[j] - pairMean[i, j])^2) / 2',
  },
  tex: { ...tex, pairMean: 'm', pairVariance: 'v' },
};
