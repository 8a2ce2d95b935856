import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { equilibriumLetters } from './letters-direction.js';

/** At equilibrium the angle of a step depends on η λ alone, neither on the gradient nor on w. */
export const weightDecayAngle: Derivation = {
  name: 'weight-decay-angle',
  title: 'How far the direction turns',
  says: 'A step that leaves the length as it is turns w by an angle whose cosine is 1 − ηλ. Nothing else about the network enters. In training this holds on the whole, and single steps turn by more or less.',
  source: 'derived here; to leading order in Wan et al. (2020), arXiv:2006.08419',
  agreesWith: 'train/sgd: angle of a step with weight decay',
  letters: equilibriumLetters,
  lines: [
    line('sum(i, w[i] * next[i]) / (norm * sqrt(sum(i, next[i]^2)))'),
    line(
      'sum(i, w[i] * ((1 - eta * lambda) * w[i] - eta * dw[i])) / norm^2',
      'the new w is as long as the old one; one step',
      { forbid: ['next'] },
    ),
    line('((1 - eta * lambda) * norm^2 - eta * sum(i, w[i] * dw[i])) / norm^2', 'multiply out'),
    line('(1 - eta * lambda) * norm^2 / norm^2', 'the gradient is perpendicular to w', { forbid: ['dw'] }),
    line('1 - eta * lambda', 'the length cancels', { forbid: ['norm'] }),
  ],
};
