import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { twoSamplesLetters } from './letters.js';

/** With a batch of two, only the order of the two is left. */
export const batchNormTwoSamples: Derivation = {
  name: 'batch-norm-two-samples',
  title: 'A batch of two keeps only a sign',
  says: 'With two samples both squares of x̂ are the same number, close to 1 unless the two are nearly equal. All that is left of your data is which of them was larger.',
  source: 'derived here',
  agreesWith: 'norm/batch-norm: xhat',
  letters: twoSamplesLetters,
  lines: [
    line('xhat[n, j]^2'),
    line('(x[n, j] - mu[j])^2 / (variance[j] + eps)', 'the definition of x̂', { forbid: ['xhat'] }),
    line('((x[1, j] - x[2, j]) / 2)^2 / (variance[j] + eps)', 'two numbers lie equally far from their mean'),
    line('variance[j] / (variance[j] + eps)', 'the mean of two equal squares is that square', {
      forbid: ['x'],
    }),
    line('1 - eps / (variance[j] + eps)', 'so it is 1 but for ε'),
  ],
};
