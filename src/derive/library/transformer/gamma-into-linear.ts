import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { affineIntoLinearLetters } from './letters.js';

/** γ and β of a norm can be moved into the linear layer behind it. */
export const gammaIntoLinear: Derivation = {
  name: 'gamma-into-linear',
  title: 'γ and β move into the next layer',
  says: 'A linear layer can do what γ and β do. Scale its columns by γ, let W β join the bias, and the norm needs no parameters of its own.',
  source: 'derived here; the trick is common knowledge',
  agreesWith: 'norm/fold-affine: W',
  letters: affineIntoLinearLetters,
  lines: [
    line('sum(k, W[i, k] * y[k]) + b[i]'),
    line('sum(k, W[i, k] * (gamma[k] * xhat[k] + beta[k])) + b[i]', 'what comes out of the norm', {
      forbid: ['y'],
    }),
    line('sum(k, W[i, k] * gamma[k] * xhat[k]) + sum(k, W[i, k] * beta[k]) + b[i]', 'multiply out'),
    line('sum(k, newWeight[i, k] * xhat[k]) + newBias[i]', 'columns scaled by γ, and a new bias', {
      forbid: ['gamma', 'beta'],
    }),
  ],
};
