import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { withSecondRow } from './letters-second-row.js';
import { layerNormLetters } from './letters.js';

/** LN(a x) with ε is LN(x) with ε / a², for a > 0. */
export const layerNormScaleEps: Derivation = {
  name: 'layer-norm-scale-eps',
  title: 'To double the row is to quarter ε',
  says: 'With ε a factor does not quite cancel: a row made a times larger meets an ε that is a² times smaller.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: withSecondRow(layerNormLetters, 'a * x[i]', { a: 'positive' }),
  lines: [
    line('zhat[i]'),
    line('(z[i] - zmu) / sqrt(mean(k, (z[k] - zmu)^2) + eps)', 'LayerNorm of $z$, written out', {
      forbid: ['zhat', 'zvariance'],
    }),
    line(
      '(a * x[i] - a * mu) / sqrt(mean(k, (a * x[k] - a * mu)^2) + eps)',
      '$z = a x$, and so its mean is $a \\mu$',
      { forbid: ['zhat', 'zvariance', 'z', 'zmu'] },
    ),
    line('a * c[i] / sqrt(a^2 * variance + eps)', '$a$ goes in front, below the root as a square', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
    }),
    line('a * c[i] / sqrt(a^2 * (variance + eps / a^2))', 'take $a^2$ out of the sum', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
    }),
    line('a * c[i] / (a * sqrt(variance + eps / a^2))', 'the root of $a^2$ is $a$, since $a > 0$', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
    }),
    line('c[i] / sqrt(variance + eps / a^2)', '$a$ cancels in front; $\\varepsilon$ keeps it', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
      maxNodes: 48,
    }),
  ],
};
