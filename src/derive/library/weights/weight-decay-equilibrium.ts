import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { equilibriumLetters } from './letters-direction.js';

/** With the gradient of just the right length, w keeps its length. */
export const weightDecayEquilibrium: Derivation = {
  name: 'weight-decay-equilibrium',
  title: 'Where the length stands still',
  says: 'If the squared gradient is λ (2 − ηλ) / η times the squared length of w, the step gives back exactly what the decay takes. While that is so, only the direction moves.',
  source: 'derived here; see Wan et al. (2020), arXiv:2006.08419, and Kosson et al. (2023), arXiv:2305.17212',
  agreesWith: 'train/sgd: step with weight decay',
  letters: equilibriumLetters,
  lines: [
    line('sum(i, next[i]^2)'),
    line('(1 - eta * lambda)^2 * norm^2 + eta^2 * sum(i, dw[i]^2)', 'the gradient is perpendicular to w', {
      forbid: ['next'],
    }),
    line(
      '(1 - eta * lambda)^2 * norm^2 + eta^2 * norm^2 * ratio',
      'the squared length of the gradient is $\\kappa$ times that of $w$',
      {
        forbid: ['dw'],
      },
    ),
    line(
      '(1 - eta * lambda)^2 * norm^2 + eta * lambda * (2 - eta * lambda) * norm^2',
      '$\\kappa$ written out',
      { forbid: ['ratio'] },
    ),
    line('norm^2', '$(1 - t)^2 + t (2 - t) = 1$ for $t = \\eta\\lambda$', { maxNodes: 12 }),
  ],
};
