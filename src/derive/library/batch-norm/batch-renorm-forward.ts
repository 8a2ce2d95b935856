import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { renormLetters } from './letters-running.js';

/** What r and d of batch renormalization are for. */
export const batchRenormForward: Derivation = {
  name: 'batch-renorm-forward',
  title: 'Renormalization undoes the batch',
  says: "Scale and shift the batch's x̂ by the right r and d, and it is normalized with the running statistics after all: training and evaluation then agree, as long as r and d need no clipping.",
  source: 'Ioffe (2017), arXiv:1702.03275',
  agreesWith: 'norm/batch-norm: renorm',
  letters: renormLetters,
  lines: [
    line('xhat[n, j] * scale[j] + shift[j]'),
    line(
      '(x[n, j] - mu[j]) / deviation[j] * deviation[j] / runningDeviation[j] + shift[j]',
      'the definitions of x̂ and r',
      { forbid: ['xhat', 'scale'] },
    ),
    line(
      '(x[n, j] - mu[j]) / runningDeviation[j] + (mu[j] - runningMean[j]) / runningDeviation[j]',
      "the batch's deviation cancels; the definition of d",
      { forbid: ['deviation', 'shift'] },
    ),
    line('(x[n, j] - runningMean[j]) / runningDeviation[j]', "and so does the batch's mean", {
      forbid: ['mu'],
    }),
  ],
};
