/**
 * LayerNorm with its graph cut at one place: what stands at the cut is a variable, what comes after it is made of it.
 * A derivative by that variable is then one step of the way back, and nothing of the steps before it can leak in.
 */
import type { Letters } from '../../derivation.js';
import { layerNormTex, lossOfXhat } from './letters.js';

const row = { sizes: { C: [2, 3, 5] }, indices: { i: 'C', j: 'C', k: 'C', l: 'C' } };
const given = { gamma: 'C', beta: 'C', dy: 'C' };

/** Cut at x̂. */
export const fromXhatLetters: Letters = {
  ...row,
  variables: { xhat: 'C', ...given },
  definitions: lossOfXhat,
  tex: { xhat: layerNormTex.xhat },
};

/** Cut before the product x̂ = c · r: both factors are variables. */
export const fromRstdLetters: Letters = {
  ...row,
  variables: { c: 'C', rstd: 'positive', ...given },
  definitions: { 'xhat[i]': 'c[i] * rstd', ...lossOfXhat },
  tex: { rstd: layerNormTex.rstd, xhat: layerNormTex.xhat },
};

/** Cut at the variance, with the deviations c held still. */
export const fromVarianceLetters: Letters = {
  ...row,
  variables: { c: 'C', variance: 'positive', eps: 'positive', ...given },
  definitions: { rstd: '1 / sqrt(variance + eps)', 'xhat[i]': 'c[i] * rstd', ...lossOfXhat },
  tex: { variance: layerNormTex.variance, rstd: 'r', xhat: layerNormTex.xhat, eps: layerNormTex.eps },
};

/** Cut at the deviations c, which here need not sum to 0: what is left is RMSNorm of c. */
export const fromCentredLetters: Letters = {
  ...row,
  variables: { c: 'C', eps: 'positive', ...given },
  definitions: {
    variance: 'mean(k, c[k]^2)',
    rstd: '1 / sqrt(variance + eps)',
    'xhat[i]': 'c[i] * rstd',
    ...lossOfXhat,
  },
  tex: { variance: layerNormTex.variance, rstd: 'r', xhat: layerNormTex.xhat, eps: layerNormTex.eps },
};
