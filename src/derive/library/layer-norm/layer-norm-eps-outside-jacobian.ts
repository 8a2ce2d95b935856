import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { epsOutsideLetters } from './letters-eps-outside.js';

/** J = 1/(σ + ε) (I − 11ᵀ/C − x̃x̃ᵀ/C · (σ + ε)/σ). */
export const layerNormEpsOutsideJacobian: Derivation = {
  name: 'layer-norm-eps-outside-jacobian',
  title: 'The Jacobian with ε outside the root',
  says: 'Divide by σ + ε instead, and σ alone turns up below a fraction line. Nothing blows up on the way to a constant row, but there the formula reads 0/0.',
  source:
    'derived here; this place of ε is that of The Annotated Transformer (Harvard NLP, 2018), which also divides by C − 1',
  agreesWith: 'autograd: jacobian of the composition c / (sigma + eps)',
  letters: epsOutsideLetters,
  lines: [
    line('D(xhat[i], x[j])'),
    line('D(c[i], x[j]) / (sigma + eps) - c[i] / (sigma + eps)^2 * D(sigma, x[j])', 'quotient rule'),
    line(
      '(eye(i, j) - 1 / C) / (sigma + eps) - c[i] / (sigma + eps)^2 * D(sigma, x[j])',
      '$c = x - \\mu$, and an entry moves the mean by a $C$-th',
    ),
    line(
      '(eye(i, j) - 1 / C) / (sigma + eps) - c[i] / (sigma + eps)^2 * (c[j] / (C * sigma))',
      'the derivative of $\\sigma$, which is the root of $\\sigma^2$',
      { forbid: ['D'] },
    ),
    line(
      '1 / (sigma + eps) * (eye(i, j) - 1 / C - xhat[i] * c[j] / (C * sigma))',
      '$c$ over $\\sigma + \\varepsilon$ is $\\tilde{x}$',
      { forbid: ['D'] },
    ),
    line(
      '1 / (sigma + eps) * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C * ((sigma + eps) / sigma))',
      'the other $c$ is $\\tilde{x}$ times $\\sigma + \\varepsilon$',
      { forbid: ['D', 'c', 'x'] },
    ),
  ],
};
