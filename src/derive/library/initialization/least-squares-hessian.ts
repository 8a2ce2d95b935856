import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { leastSquaresLetters } from './letters.js';

/** The Hessian of least squares. */
export const leastSquaresHessian: Derivation = {
  name: 'least-squares-hessian',
  title: 'The curvature of least squares',
  says: 'The curvature along two weights is the mean product of their inputs. Inputs of scale 10 and 0.1 make curvatures of 100 and 0.01: one step size has to serve both.',
  source: 'LeCun et al. (1998), Efficient BackProp, section 5; derived here',
  agreesWith: 'autograd/gradient: of a gradient',
  letters: leastSquaresLetters,
  lines: [
    line('D(D(loss, w[i]), w[j])'),
    line('D(mean(n, (sum(k, x[n, k] * w[k]) - t[n]) * x[n, i]), w[j])', 'the inner derivative', {
      forbid: ['loss'],
    }),
    line('mean(n, x[n, j] * x[n, i])', 'only the sum over k holds w', { forbid: ['D', 'loss'] }),
  ],
};
