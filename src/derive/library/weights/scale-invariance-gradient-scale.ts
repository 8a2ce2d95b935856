import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { scaleInvariantLetters } from './letters-direction.js';

/** Longer weights get shorter gradients. */
export const scaleInvarianceGradientScale: Derivation = {
  name: 'scale-invariance-gradient-scale',
  title: 'Twice the weights, half the gradient',
  says: 'By the chain rule, L(αw) has α times the gradient that stands at αw, so divide by α. The loss itself does not see α, as long as α > 0: at αw the gradient is that at w, divided by α.',
  source: 'derived here; it is used by van Laarhoven (2017), arXiv:1706.05350',
  agreesWith: 'norm/rms-norm: dx, where x are scaled weights',
  letters: scaleInvariantLetters,
  lines: [
    line('D(scaledLoss, w[j]) / alpha'),
    line('D(L, w[j]) / alpha', 'α cancels in the direction of αw, so both losses are one', {
      forbid: ['scaledLoss'],
    }),
    line('sum(i, q[i] * D(what[i], w[j])) / alpha', 'chain rule'),
    line(
      'sum(i, q[i] * (eye(i, j) - what[i] * what[j]) / norm) / alpha',
      'the derivative of a vector divided by its length',
      { forbid: ['D'] },
    ),
    line(
      '(q[j] - what[j] * sum(i, q[i] * what[i])) / (alpha * norm)',
      'the sum over i; below the line stands the length of αw',
      { forbid: ['D', 'eye'] },
    ),
    line('tangent[j] / (alpha * norm)', 't is what a vector of length 1 would get', { forbid: ['q'] }),
  ],
};
