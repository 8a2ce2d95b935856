import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { mirrorLetters } from './letters-geometry.js';

/** LN(Qx) = Q LN(x) for a mirror that leaves 1 where it is, at ε = 0. */
export const layerNormRotation: Derivation = {
  name: 'layer-norm-rotation',
  title: 'Some mirrors LayerNorm does follow',
  says: 'A mirror across a direction of mean 0 leaves (1, 1, …) where it is. Mean and length of x stay, so x̂ is mirrored along. For other mirrors the second line is false.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: mirrorLetters,
  lines: [
    line('(turned[i] - mean(k, turned[k])) / sqrt(mean(l, (turned[l] - mean(k, turned[k]))^2))'),
    line(
      '(turned[i] - mu) / sqrt(mean(l, (turned[l] - mu)^2))',
      '$u$ has mean 0, so $Qx$ has the mean of $x$',
    ),
    line(
      'turnedC[i] / sqrt(mean(l, turnedC[l]^2))',
      'the mirror leaves $(\\mu, \\mu, \\dots)$ where it is, so $Qx - \\mu$ is $Qc$',
      {
        forbid: ['turned', 'mu'],
      },
    ),
    line('turnedC[i] * rstd', 'a mirror keeps lengths, so the mean square of $Qc$ is $\\sigma^2$', {
      forbid: ['turned', 'sqrt', 'mean'],
    }),
    line('sum(j, Q[i, j] * xhat[j])', '$r$ goes to $c$ inside the sum', { forbid: ['turned', 'turnedC'] }),
  ],
};
