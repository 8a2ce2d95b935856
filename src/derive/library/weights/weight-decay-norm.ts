import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { weightDecayLetters } from './letters-direction.js';

/** The length of w after a step: the gradient stretches it, the decay shrinks it. */
export const weightDecayNorm: Derivation = {
  name: 'weight-decay-norm',
  title: 'Decay against growth',
  says: 'One term pulls the length up, one pulls it down. The larger w is, the stronger the pull down, so there is a length where they balance.',
  source: 'derived here; see van Laarhoven (2017), arXiv:1706.05350, and Wan et al. (2020), arXiv:2006.08419',
  agreesWith: 'train/sgd: step with weight decay',
  letters: weightDecayLetters,
  lines: [
    line('sum(i, next[i]^2)'),
    line('sum(i, ((1 - eta * lambda) * w[i] - eta * dw[i])^2)', 'one step', { forbid: ['next'] }),
    line(
      '(1 - eta * lambda)^2 * norm^2 - 2 * eta * (1 - eta * lambda) * sum(i, w[i] * dw[i]) + eta^2 * sum(i, dw[i]^2)',
      'multiply out',
    ),
    line('(1 - eta * lambda)^2 * norm^2 + eta^2 * sum(i, dw[i]^2)', 'the gradient is perpendicular to w'),
    line(
      'norm^2 + eta^2 * sum(i, dw[i]^2) - eta * lambda * (2 - eta * lambda) * norm^2',
      'the square multiplied out',
    ),
  ],
};
