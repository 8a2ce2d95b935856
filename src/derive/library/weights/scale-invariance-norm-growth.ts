import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { scaleInvariantLetters } from './letters-direction.js';

/** Pythagoras at work: a step perpendicular to w makes w longer. */
export const scaleInvarianceNormGrowth: Derivation = {
  name: 'scale-invariance-norm-growth',
  title: 'Every step makes the weights longer',
  says: 'The step stands perpendicular on w: old w and step are the legs of a right triangle, the new w is its longest side. Without weight decay w can only grow.',
  source: 'derived here; for weight normalization Salimans and Kingma (2016), arXiv:1602.07868, section 2.1',
  agreesWith: 'train/sgd: length of w after a step',
  letters: scaleInvariantLetters,
  lines: [
    line('sum(j, (w[j] - eta * dw[j])^2)'),
    line('sum(j, w[j]^2) - 2 * eta * sum(j, w[j] * dw[j]) + eta^2 * sum(j, dw[j]^2)', 'multiply out'),
    line('norm^2 + eta^2 * sum(j, dw[j]^2)', 'the gradient is perpendicular to w'),
    line('norm^2', 'a sum of squares is never negative', { relation: '>=', forbid: ['eta', 'dw'] }),
  ],
};
