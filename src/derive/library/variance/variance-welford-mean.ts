import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { oneMoreLetters } from './letters.js';

/** The mean, one number at a time. */
export const varianceWelfordMean: Derivation = {
  name: 'variance-welford-mean',
  title: 'The mean when one number comes in',
  says: 'The mean moves towards the new number, by the share that one number has among all.',
  source: 'Welford (1962), Technometrics 4',
  agreesWith: 'tensor/rows: mean, of the longer row',
  letters: oneMoreLetters,
  lines: [
    line('newMean'),
    line('(C * oldMean + z) / (C + 1)', 'a sum is C times a mean', { forbid: ['newMean'] }),
    line('((C + 1) * oldMean + z - oldMean) / (C + 1)', 'add the old mean and take it off again'),
    line('oldMean + (z - oldMean) / (C + 1)', 'divide'),
  ],
};
