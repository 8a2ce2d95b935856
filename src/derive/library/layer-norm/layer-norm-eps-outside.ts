import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { epsOutsideLetters } from './letters-eps-outside.js';

/** dx = 1/(σ + ε) (g − mean(g) − x̃ mean(g ⊙ x̃) (σ + ε)/σ). */
export const layerNormEpsOutside: Derivation = {
  name: 'layer-norm-eps-outside',
  title: 'The gradient with ε outside the root',
  says: 'The same three terms as in equation (8), but the last one is multiplied by (σ + ε)/σ. Who copies equation (8) for this layer is wrong by that factor.',
  source:
    'derived here; this place of ε is that of The Annotated Transformer (Harvard NLP, 2018), which also divides by C − 1',
  agreesWith: 'autograd: dx of the composition c / (sigma + eps)',
  letters: epsOutsideLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, g[i] * D(xhat[i], x[j]))', 'chain rule; at $\\tilde{x}$ arrives $g$', { forbid: ['L'] }),
    line(
      'sum(i, g[i] / (sigma + eps) * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C * ((sigma + eps) / sigma)))',
      'the Jacobian of $\\tilde{x}$',
      { forbid: ['D'] },
    ),
    line(
      '1 / (sigma + eps) * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]) * ((sigma + eps) / sigma))',
      'sum over $i$',
      { forbid: ['D', 'eye'], maxNodes: 150 },
    ),
  ],
};
