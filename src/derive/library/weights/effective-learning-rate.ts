import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { scaleInvariantLetters } from './letters-direction.js';

/** What a learning rate means for weights of which only the direction counts. */
export const effectiveLearningRate: Derivation = {
  name: 'effective-learning-rate',
  title: 'The learning rate that the direction feels',
  says: 'For the direction, a step with η is a step on the unit sphere with η / ‖w‖². Weights that grow slow themselves down.',
  source: 'van Laarhoven (2017), arXiv:1706.05350; the exact form is derived here',
  agreesWith: 'train/sgd: direction of w after a step',
  letters: scaleInvariantLetters,
  lines: [
    line('(w[j] - eta * dw[j]) / sqrt(sum(k, (w[k] - eta * dw[k])^2))'),
    line(
      '(w[j] - eta * tangent[j] / norm) / sqrt(sum(k, (w[k] - eta * tangent[k] / norm)^2))',
      'the gradient at w is the one on the unit sphere divided by the length of w',
      { forbid: ['dw'] },
    ),
    line(
      'norm * (what[j] - rate * tangent[j]) / sqrt(norm^2 * sum(k, (what[k] - rate * tangent[k])^2))',
      'pull the length of w out, with $\\rho = \\eta / \\lVert w \\rVert^2$',
    ),
    line(
      '(what[j] - rate * tangent[j]) / sqrt(sum(k, (what[k] - rate * tangent[k])^2))',
      'the length cancels: one step from ŵ with the rate $\\rho$',
    ),
    line(
      '(what[j] - rate * tangent[j]) / sqrt(1 + rate^2 * sum(k, tangent[k]^2))',
      't is perpendicular to ŵ, which has length 1',
    ),
  ],
};
