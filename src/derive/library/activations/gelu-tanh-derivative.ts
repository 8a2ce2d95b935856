import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { curveLetters } from './letters.js';

/** The slope of the approximation with tanh, which is what many models run. */
export const geluTanhDerivative: Derivation = {
  name: 'gelu-tanh-derivative',
  title: 'The slope of GELU by tanh',
  says: 'Many models compute GELU by a tanh with the constant 0.044715. It is another function, so it has another slope: three times that constant appears in it.',
  source: 'Hendrycks and Gimpel (2016), arXiv:1606.08415, for the function; derived here',
  agreesWith: 'nn/gelu: the slope of gelu in its tanh form',
  letters: curveLetters,
  lines: [
    line('D(geluTanh, x)'),
    line('(1 + tanh(u)) / 2 + x / 2 * D(tanh(u), x)', 'product rule'),
    line('(1 + tanh(u)) / 2 + x / 2 * (1 - tanh(u)^2) * D(u, x)', 'chain rule and the slope of tanh'),
    line(
      '(1 + tanh(u)) / 2 + x / 2 * (1 - tanh(u)^2) * sqrt(2 / pi) * (1 + 0.134145 * x^2)',
      'three times 0.044715 is 0.134145',
      { forbid: ['D'] },
    ),
  ],
};
