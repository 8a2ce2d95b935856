import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { withSecondRow } from './letters-second-row.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

/** LN(a x) = LN(x) for a > 0, at ε = 0. */
export const layerNormScale: Derivation = {
  name: 'layer-norm-scale',
  title: 'A positive factor changes nothing',
  says: 'Without ε a row and its double have the same output. The factor must be positive: a negative one turns the sign.',
  source:
    'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 5.1, for invariances of this kind; derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: withSecondRow(layerNormWithoutEpsLetters, 'a * x[i]'),
  lines: [
    line('zhat[i]'),
    line('(z[i] - zmu) / sqrt(mean(k, (z[k] - zmu)^2))', 'LayerNorm of $z$, written out', {
      forbid: ['zhat', 'zvariance'],
    }),
    line(
      '(a * x[i] - a * mu) / sqrt(mean(k, (a * x[k] - a * mu)^2))',
      '$z = a x$, and so its mean is $a \\mu$',
      { forbid: ['zhat', 'zvariance', 'z', 'zmu'] },
    ),
    line('a * c[i] / sqrt(a^2 * variance)', '$a$ goes in front, below the root as a square', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
    }),
    line('a * c[i] / (a * sqrt(variance))', 'the root of $a^2$ is $a$, since $a > 0$', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
    }),
    line('xhat[i]', '$a$ cancels', { forbid: ['zhat', 'zvariance', 'z', 'zmu', 'a'] }),
  ],
};
