import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormTwiceLetters } from './letters.js';

/** The Hessian times a vector, without ever writing the Hessian down. */
export const rmsNormHvp: Derivation = {
  name: 'rms-norm-hvp',
  title: 'A Hessian-vector product',
  says: 'How does the gradient change if x moves a little along w? One pass with three means answers it, though the Hessian itself would have C² entries.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: second derivative',
  letters: rmsNormTwiceLetters,
  lines: [
    line('sum(k, D(D(L, x[j]), x[k]) * w[k])'),
    line('sum(k, D(rstd * (g[j] - xhat[j] * meanGX), x[k]) * w[k])', 'the gradient for x'),
    line(
      'sum(k, (D(rstd, x[k]) * (g[j] - xhat[j] * meanGX) - rstd * (D(xhat[j], x[k]) * meanGX + xhat[j] * D(meanGX, x[k]))) * w[k])',
      'product rule',
    ),
    line(
      'sum(k, D(rstd, x[k]) * w[k]) * (g[j] - xhat[j] * meanGX) - rstd * (sum(k, D(xhat[j], x[k]) * w[k]) * meanGX + xhat[j] * sum(k, D(meanGX, x[k]) * w[k]))',
      'three changes along w',
    ),
    line(
      '-rstd^2 * meanWX * (g[j] - xhat[j] * meanGX) - rstd * (rstd * (w[j] - xhat[j] * meanWX) * meanGX + xhat[j] * rstd * (meanWG - meanWX * meanGX))',
      'each is known: the change of r, of x̂ and of a mean over x̂',
      { forbid: ['D'] },
    ),
    line(
      '-rstd^2 * (w[j] * meanGX + g[j] * meanWX + xhat[j] * (meanWG - 3 * meanWX * meanGX))',
      'collect: it is the way back through the way back',
    ),
  ],
};
