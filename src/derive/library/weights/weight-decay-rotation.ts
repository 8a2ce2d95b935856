import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { equilibriumLetters } from './letters-direction.js';

/** The same angle by its sine, whose leading term is the one that papers quote. */
export const weightDecayRotation: Derivation = {
  name: 'weight-decay-rotation',
  title: 'The angle is about √(2ηλ)',
  says: 'The square of the sine is 2ηλ − (ηλ)². For small ηλ the sine is nearly the angle and the last term nearly nothing: the angle is about √(2ηλ).',
  source: 'derived here; to leading order in Wan et al. (2020), arXiv:2006.08419',
  agreesWith: 'train/sgd: angle of a step with weight decay',
  letters: equilibriumLetters,
  lines: [
    line('1 - cosine^2'),
    line('1 - (1 - eta * lambda)^2', 'the cosine at equilibrium', { forbid: ['cosine'] }),
    line('2 * eta * lambda - (eta * lambda)^2', 'multiply out'),
  ],
};
