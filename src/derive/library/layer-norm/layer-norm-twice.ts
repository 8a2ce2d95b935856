import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { withSecondRow } from './letters-second-row.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

/** LN(LN(x)) = LN(x) at ε = 0, without γ and β. */
export const layerNormTwice: Derivation = {
  name: 'layer-norm-twice',
  title: 'Twice is once',
  says: 'At ε = 0 a normalized row is left as it is: it has mean 0 and mean square 1 already.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: withSecondRow(layerNormWithoutEpsLetters, 'xhat[i]'),
  lines: [
    line('zhat[i]'),
    line('(z[i] - zmu) / sqrt(mean(k, (z[k] - zmu)^2))', 'LayerNorm of $z$, written out', {
      forbid: ['zhat', 'zvariance'],
    }),
    line(
      '(xhat[i] - mean(k, xhat[k])) / sqrt(mean(k, (xhat[k] - mean(l, xhat[l]))^2))',
      '$z$ is $\\hat{x}$',
      { forbid: ['zhat', 'zvariance', 'z', 'zmu'] },
    ),
    line('xhat[i] / sqrt(mean(k, xhat[k]^2))', 'the mean of $\\hat{x}$ is 0', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu'],
    }),
    line('xhat[i] / sqrt(1)', 'the mean of its squares is 1', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu', 'mean', 'sum'],
    }),
    line('xhat[i]', 'the root of 1 is 1', {
      forbid: ['zhat', 'zvariance', 'z', 'zmu', 'mean', 'sum', 'sqrt'],
    }),
  ],
};
