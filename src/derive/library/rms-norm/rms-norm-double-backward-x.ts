import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormTwiceLetters } from './letters.js';

/** What a gradient of a gradient sends to x; symmetric in w and g. */
export const rmsNormDoubleBackwardX: Derivation = {
  name: 'rms-norm-double-backward-x',
  title: 'Back through the way back, for x',
  says: 'Three means are enough. Swap w and g and nothing changes: the order of two derivatives never matters.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: second derivative',
  letters: rmsNormTwiceLetters,
  lines: [
    line('D(S, x[j])'),
    line('D(C * rstd * (meanWG - meanWX * meanGX), x[j])', 'the sum over l in means'),
    line(
      'C * D(rstd, x[j]) * (meanWG - meanWX * meanGX) - C * rstd * (D(meanWX, x[j]) * meanGX + meanWX * D(meanGX, x[j]))',
      'product rule; w and g do not depend on x',
    ),
    line(
      '-rstd^2 * xhat[j] * (meanWG - meanWX * meanGX) - C * rstd * (D(meanWX, x[j]) * meanGX + meanWX * D(meanGX, x[j]))',
      'r has the derivative $-r^2 \\hat{x}_j / C$',
    ),
    line(
      '-rstd^2 * xhat[j] * (meanWG - meanWX * meanGX) - rstd^2 * ((w[j] - xhat[j] * meanWX) * meanGX + meanWX * (g[j] - xhat[j] * meanGX))',
      'a mean over x̂ has the gradient formula of RMSNorm itself, divided by C',
      { forbid: ['D'] },
    ),
    line(
      '-rstd^2 * (w[j] * meanGX + g[j] * meanWX + xhat[j] * (meanWG - 3 * meanWX * meanGX))',
      'collect what stands at x̂',
    ),
  ],
};
