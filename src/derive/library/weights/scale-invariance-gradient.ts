import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { scaleInvariantLetters } from './letters-direction.js';

/** Euler's theorem for a function of degree 0, worked out for a loss behind a normalization. */
export const scaleInvarianceGradient: Derivation = {
  name: 'scale-invariance-gradient',
  title: 'The gradient is perpendicular to the weights',
  says: 'Behind a normalization the loss sees only the direction of w. Stretching w changes nothing, so the gradient has nothing along w.',
  source: 'derived here; for a norm behind w it is used by van Laarhoven (2017), arXiv:1706.05350',
  agreesWith: 'norm/rms-norm: dx, where x are weights',
  letters: scaleInvariantLetters,
  lines: [
    line('sum(j, w[j] * D(L, w[j]))'),
    line('sum(j, w[j] * sum(i, q[i] * D(what[i], w[j])))', 'chain rule: q is the gradient for ŵ'),
    line('sum(i, q[i] * sum(j, D(what[i], w[j]) * w[j]))', 'first sum over j, then over i'),
    line(
      'sum(i, q[i] * sum(j, (eye(i, j) - what[i] * what[j]) / norm * w[j]))',
      'the derivative of a vector divided by its length',
      { forbid: ['D'] },
    ),
    line('sum(i, q[i] * (what[i] - what[i] * sum(j, what[j]^2)))', 'w divided by its length is ŵ', {
      forbid: ['D', 'eye'],
    }),
    line('0', 'ŵ has length 1', { maxNodes: 4 }),
  ],
};
