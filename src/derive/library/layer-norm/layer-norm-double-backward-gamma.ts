import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { doubleBackwardLetters } from './letters-double-backward.js';

/** For ⟨w, dx⟩ the gradient for γ is dy ⊙ r (Pw − x̂ mean(w ⊙ x̂)). */
export const layerNormDoubleBackwardGamma: Derivation = {
  name: 'layer-norm-double-backward-gamma',
  title: 'Back through the way back: for γ',
  says: 'γ and dy enter dx only as their product g. So the gradient for γ is that for dy with the two exchanged.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: second derivative, for gamma',
  letters: doubleBackwardLetters,
  lines: [
    line('D(sum(j, w[j] * dx[j]), gamma[i])'),
    line('sum(j, w[j] * D(dx[j], gamma[i]))', 'the derivative of a sum'),
    line(
      'sum(j, w[j] * rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C) * dy[i])',
      'dx is the Jacobian applied to $g = \\gamma \\odot dy$',
      { forbid: ['D'] },
    ),
    line('dy[i] * rstd * (Pw[i] - xhat[i] * wxhat)', 'sum over $j$; $Pw$ is $w$ less its mean', {
      forbid: ['D', 'eye'],
    }),
  ],
};
