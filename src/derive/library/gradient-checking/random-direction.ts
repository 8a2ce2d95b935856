import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { directionLetters } from './letters-rows.js';

/** One number along a random direction tests a whole gradient. */
export const randomDirection: Derivation = {
  name: 'random-direction',
  title: 'A gradient, tested along one direction',
  says: "Walk along u and the slope you feel is the gradient's part along u. A wrong entry shows at once, unless u happens to miss it, so u is random.",
  source: 'derived here',
  agreesWith: 'autograd/gradient-check: analytic',
  letters: directionLetters,
  lines: [
    line('D(f, t)'),
    line(
      'sum(i, 3 * a[i] * p[i]^2 * D(p[i], t)) + sum(i, j, B[i, j] * (D(p[i], t) * p[j] + p[i] * D(p[j], t)))',
      'chain rule and product rule',
    ),
    line(
      'sum(i, 3 * a[i] * p[i]^2 * u[i]) + sum(i, j, B[i, j] * (u[i] * p[j] + p[i] * u[j]))',
      'the point moves along u',
      { forbid: ['D'] },
    ),
    line(
      'sum(j, (3 * a[j] * p[j]^2 + sum(k, (B[j, k] + B[k, j]) * p[k])) * u[j])',
      'collect what stands at $u_j$',
    ),
    line('sum(j, gradient[j] * u[j])', 'that is the gradient at the point', { forbid: ['a', 'B'] }),
  ],
};
