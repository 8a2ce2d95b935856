import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { adaInLetters } from './letters.js';

/** InstanceNorm's gradient, with the deviation of the style for γ. */
export const adaInDx: Derivation = {
  name: 'ada-in-dx',
  title: 'The gradient for the image',
  says: "For the image the style is a constant: InstanceNorm's formula, with the style's deviation where γ stood.",
  source:
    'Huang and Belongie (2017), arXiv:1703.06868, section 5, for the layer; the gradient is derived here',
  agreesWith: 'norm/ada-in: dx',
  letters: adaInLetters,
  lines: [
    line('D(L, x[i, s])'),
    line('sum(j, t, g[j, t] * D(xhat[j, t], x[i, s]))', 'chain rule; the style is a constant'),
    line(
      'sum(t, g[i, t] * rstd[i] * (eye(s, t) - 1 / S - xhat[i, t] * xhat[i, s] / S))',
      'the Jacobian of x̂; other channels give nothing',
      { forbid: ['D'] },
    ),
    line(
      'rstd[i] * (g[i, s] - mean(t, g[i, t]) - xhat[i, s] * mean(t, g[i, t] * xhat[i, t]))',
      'sum over the positions',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
