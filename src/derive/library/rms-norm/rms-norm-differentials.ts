import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormTwiceLetters } from './letters.js';

/** The same Jacobian, met as a small change along w. */
export const rmsNormDifferentials: Derivation = {
  name: 'rms-norm-differentials',
  title: 'A small step and what becomes of it',
  says: 'Let x move along w. First ask how r changes, then how x̂ does: two short lines instead of a table of partial derivatives.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: jacobian',
  letters: rmsNormTwiceLetters,
  lines: [
    line('sum(j, D(xhat[i], x[j]) * w[j])'),
    line('sum(j, (eye(i, j) * rstd + x[i] * D(rstd, x[j])) * w[j])', 'product rule: x̂ is x times r'),
    line('rstd * w[i] + x[i] * sum(j, D(rstd, x[j]) * w[j])', 'sum over j', { forbid: ['eye'] }),
    line('rstd * w[i] - x[i] * rstd^3 * mean(j, x[j] * w[j])', 'the change of r along w', {
      forbid: ['D', 'eye'],
    }),
    line('rstd * (w[i] - xhat[i] * meanWX)', 'two of the factors r make x̂ of x'),
  ],
};
