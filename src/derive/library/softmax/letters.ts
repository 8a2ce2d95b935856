import type { Letters } from '../../derivation.js';

/** C logits z, their probabilities p, and targets t that add up to 1. dp is what comes from above for p. */
export const softmaxLetters: Letters = {
  sizes: { C: [2, 3, 4] },
  indices: { i: 'C', j: 'C', k: 'C', l: 'C', m: 'C' },
  variables: { z: 'C', t: 'C sum1', dp: 'C', a: 'number' },
  definitions: {
    Z: 'sum(k, exp(z[k]))',
    'p[i]': 'exp(z[i]) / Z',
    crossEntropy: '-sum(l, t[l] * log(p[l]))',
    L: 'sum(l, dp[l] * p[l])',
    logSumExp: 'log(Z)',
  },
  tex: { crossEntropy: 'H', logSumExp: '\\operatorname{lse}' },
};
