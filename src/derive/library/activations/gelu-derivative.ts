import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { curveLetters } from './letters.js';

/** GELU's slope is the probability below x plus x times the density there. */
export const geluDerivative: Derivation = {
  name: 'gelu-derivative',
  title: 'The slope of GELU',
  says: 'GELU keeps x with the probability that a standard normal number lies below it. Its slope is that probability, plus x times the bell curve.',
  source: 'Hendrycks and Gimpel (2016), arXiv:1606.08415, for the function; derived here',
  agreesWith: 'nn/gelu: the slope of gelu',
  letters: curveLetters,
  lines: [
    line('D(gelu, x)'),
    line('Phi + x * D(Phi, x)', 'product rule'),
    line('Phi + x * D(erf(x / sqrt(2)), x) / 2', 'constants have no slope'),
    line(
      'Phi + x * (2 / sqrt(pi) * exp(-(x / sqrt(2))^2) / sqrt(2)) / 2',
      'erf has the slope $\\frac{2}{\\sqrt{\\pi}} e^{-z^2}$; chain rule',
      { forbid: ['D'] },
    ),
    line('Phi + x * phi', 'what is left is the bell curve', { forbid: ['exp'] }),
  ],
};
