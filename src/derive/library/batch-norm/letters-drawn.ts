import type { Letters } from '../../derivation.js';

/** All data is S numbers x; a batch is three draws a, b and c, each from all of them. */
export const drawnBatchLetters: Letters = {
  sizes: { S: [2, 4, 5] },
  indices: { a: 'S', b: 'S', c: 'S', k: 'S' },
  variables: { x: 'S' },
  definitions: {
    mu: 'mean(k, x[k])',
    variance: 'mean(k, (x[k] - mu)^2)',
    'batchMean[a, b, c]': '(x[a] + x[b] + x[c]) / 3',
    'batchVariance[a, b, c]':
      '((x[a] - batchMean[a, b, c])^2 + (x[b] - batchMean[a, b, c])^2 + (x[c] - batchMean[a, b, c])^2) / 3',
  },
  tex: { mu: '\\mu', variance: '\\sigma^2', batchMean: '\\bar{x}', batchVariance: 'v' },
};
