import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** The form that never overflows: the largest exponent is 0. */
export const logSumExp: Derivation = {
  name: 'log-sum-exp',
  title: 'The trick that keeps exponentials small',
  says: 'Pull the largest logit out before you exponentiate. Nothing changes on paper, but the computer never meets a number larger than C.',
  source: 'derived here; the trick is common knowledge',
  agreesWith: 'nn/cross-entropy: y',
  letters: softmaxLetters,
  lines: [
    line('log(sum(k, exp(z[k])))'),
    line(
      'log(sum(k, exp(max(m, z[m])) * exp(z[k] - max(m, z[m]))))',
      'the exponential of a sum is a product',
    ),
    line('log(exp(max(m, z[m])) * sum(k, exp(z[k] - max(m, z[m]))))', 'the factor comes out of the sum'),
    line('max(m, z[m]) + log(sum(k, exp(z[k] - max(m, z[m]))))', 'the logarithm of a product is a sum'),
  ],
};
