import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { withSecondRow } from './letters-second-row.js';
import { layerNormLetters } from './letters.js';

/** LN(x + t) = LN(x). */
export const layerNormShift: Derivation = {
  name: 'layer-norm-shift',
  title: 'A shift changes nothing',
  says: 'Add the same number to all entries of a row: the mean moves with them, the deviations stay, the output is the same.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: withSecondRow(layerNormLetters, 'x[i] + t', { t: 'number' }),
  lines: [
    line('zhat[i]'),
    line('(z[i] - zmu) / sqrt(mean(k, (z[k] - zmu)^2) + eps)', 'LayerNorm of $z$, written out', {
      forbid: ['zhat', 'zvariance'],
    }),
    line(
      '(x[i] + t - (mu + t)) / sqrt(mean(k, (x[k] + t - (mu + t))^2) + eps)',
      '$z = x + t$, and so its mean is $\\mu + t$',
      { forbid: ['zhat', 'zvariance', 'z', 'zmu'] },
    ),
    line('c[i] / sqrt(mean(k, c[k]^2) + eps)', '$t - t$ drops out; $x - \\mu$ is $c$', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu', 't'],
    }),
    line('c[i] / sqrt(variance + eps)', 'the definition of $\\sigma^2$', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu', 't', 'mean', 'sum'],
    }),
    line('xhat[i]', 'the definition of $\\hat{x}$', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu', 't', 'c', 'x'],
    }),
  ],
};
