import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { adaInLetters } from './letters.js';

/** The style is where γ and β come from: its gradient is theirs, handed on. */
export const adaInDstyle: Derivation = {
  name: 'ada-in-dstyle',
  title: 'The gradient for the style',
  says: "The style's mean stands where β stood and its deviation where γ stood. So a position of the style hears dβ, and dγ as far as it lies from its mean; divided by P, since each position is one of P.",
  source:
    'Huang and Belongie (2017), arXiv:1703.06868, section 5, for the layer; the gradient is derived here',
  agreesWith: 'norm/ada-in: dstyle',
  letters: adaInLetters,
  lines: [
    line('D(L, style[i, p])'),
    line(
      'sum(j, t, dy[j, t] * (D(factor[j], style[i, p]) * xhat[j, t] + D(shift[j], style[i, p])))',
      'chain rule; x̂ knows nothing of the style',
    ),
    line(
      'sum(t, dy[i, t] * ((style[i, p] - shift[i]) / (P * factor[i]) * xhat[i, t] + 1 / P))',
      'a mean gives each of its numbers $1/P$, a deviation its own share; other channels give nothing',
      { forbid: ['D'] },
    ),
    line(
      '(sum(t, dy[i, t]) + (style[i, p] - shift[i]) / factor[i] * sum(t, dy[i, t] * xhat[i, t])) / P',
      'dβ, and dγ times the style normalized',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
