import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** mean(x̂) = 0, for every ε. */
export const layerNormXhatMean: Derivation = {
  name: 'layer-norm-xhat-mean',
  title: 'The mean of x̂ is 0',
  says: 'Whatever the row, and whatever ε: after LayerNorm the C numbers balance exactly around 0.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters: layerNormLetters,
  lines: [
    line('mean(i, xhat[i])'),
    line('mean(i, c[i] * rstd)', 'the definition of $\\hat{x}$', { forbid: ['xhat'] }),
    line('rstd * mean(i, c[i])', '$r$ is the same for all $i$, so it goes in front', { forbid: ['xhat'] }),
    line(
      'rstd * (mean(i, x[i]) - mu)',
      '$c = x - \\mu$, and the mean of a difference is the difference of the means',
      { forbid: ['c', 'xhat'] },
    ),
    line('rstd * (mu - mu)', 'the mean of $x$ is $\\mu$', { forbid: ['mean'] }),
    line('0', 'nothing is left', { forbid: ['rstd', 'mu'] }),
  ],
};
