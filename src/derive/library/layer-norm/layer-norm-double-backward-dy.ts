import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { doubleBackwardLetters } from './letters-double-backward.js';

/** For ⟨w, dx⟩ the gradient for dy is γ ⊙ r (Pw − x̂ mean(w ⊙ x̂)). */
export const layerNormDoubleBackwardDy: Derivation = {
  name: 'layer-norm-double-backward-dy',
  title: 'Back through the way back: for dy',
  says: 'dx is linear in dy, so this is the easy half: w takes the same way as a small change of x would take forwards, and γ comes last.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: second derivative, for dy',
  letters: doubleBackwardLetters,
  lines: [
    line('D(sum(j, w[j] * dx[j]), dy[i])'),
    line('sum(j, w[j] * D(dx[j], dy[i]))', 'the derivative of a sum'),
    line(
      'sum(j, w[j] * rstd * (eye(i, j) - 1 / C - xhat[i] * xhat[j] / C) * gamma[i])',
      'dx is the Jacobian applied to $g = \\gamma \\odot dy$',
      { forbid: ['D'] },
    ),
    line('gamma[i] * rstd * (w[i] - mean(j, w[j]) - xhat[i] * mean(j, w[j] * xhat[j]))', 'sum over $j$', {
      forbid: ['D', 'eye'],
    }),
    line('gamma[i] * rstd * (Pw[i] - xhat[i] * wxhat)', 'in short: $Pw$ is $w$ less its mean', {
      forbid: ['D', 'eye', 'mean', 'sum'],
    }),
  ],
};
