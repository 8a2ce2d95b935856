import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** Softmax is the slope of log-sum-exp. */
export const logSumExpGradient: Derivation = {
  name: 'log-sum-exp-gradient',
  title: 'Softmax is the slope of log-sum-exp',
  says: 'Log-sum-exp is a soft maximum. How much each logit pulls on it is its probability.',
  source: 'derived here',
  agreesWith: 'nn/softmax: p',
  letters: softmaxLetters,
  lines: [
    line('D(logSumExp, z[j])'),
    line('D(Z, z[j]) / Z', 'chain rule: the logarithm has the slope $1/Z$', { forbid: ['logSumExp'] }),
    line('exp(z[j]) / Z', 'one term of the sum depends on $z_j$', { forbid: ['D'] }),
    line('p[j]', 'the definition of p', { forbid: ['exp', 'Z'] }),
  ],
};
