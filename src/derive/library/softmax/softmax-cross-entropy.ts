import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softmaxLetters } from './letters.js';

/** Why softmax and cross-entropy are computed together. */
export const softmaxCrossEntropy: Derivation = {
  name: 'softmax-cross-entropy',
  title: 'Softmax and cross-entropy together',
  says: 'Logarithm and exponential undo each other, and the gradient is what you would guess: what the model said minus what was right.',
  source: 'derived here',
  agreesWith: 'nn/cross-entropy: dlogits',
  letters: softmaxLetters,
  lines: [
    line('D(crossEntropy, z[j])'),
    line('-sum(i, t[i] / p[i] * D(p[i], z[j]))', 'chain rule: the logarithm has the slope $1/p$'),
    line('-sum(i, t[i] / p[i] * p[i] * (eye(i, j) - p[j]))', 'the Jacobian of softmax', { forbid: ['D'] }),
    line('-sum(i, t[i] * (eye(i, j) - p[j]))', 'p cancels'),
    line('-t[j] + p[j] * sum(i, t[i])', 'sum over i', { forbid: ['D', 'eye'] }),
    line('p[j] - t[j]', 'the targets add up to 1', { forbid: ['sum'] }),
  ],
};
