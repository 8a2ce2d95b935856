import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** Why a program may subtract the largest logit. */
export const softmaxShift: Derivation = {
  name: 'softmax-shift',
  title: 'A shift of all logits changes nothing',
  says: 'Add the same number to every logit: numerator and denominator grow by one factor, which cancels. Only differences of logits count.',
  source: 'derived here',
  agreesWith: 'nn/softmax: p',
  letters: softmaxLetters,
  lines: [
    line('exp(z[i] + a) / sum(k, exp(z[k] + a))'),
    line('exp(a) * exp(z[i]) / sum(k, exp(a) * exp(z[k]))', 'the exponential of a sum is a product'),
    line('exp(a) * exp(z[i]) / (exp(a) * Z)', 'the factor comes out of the sum'),
    line('p[i]', 'it cancels', { forbid: ['a'] }),
  ],
};
