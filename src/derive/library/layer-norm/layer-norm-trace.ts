import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormWithoutEpsLetters } from './letters-without-eps.js';

/** tr J = (C − 2) r at ε = 0. */
export const layerNormTrace: Derivation = {
  name: 'layer-norm-trace',
  title: 'The trace counts what is left',
  says: 'Of C directions LayerNorm loses two at ε = 0; each of the others is multiplied by r. The trace is their sum.',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: jacobian, at eps 0',
  letters: layerNormWithoutEpsLetters,
  lines: [
    line('sum(i, D(xhat[i], x[i]))'),
    line('sum(i, rstd * (1 - 1 / C - xhat[i]^2 / C))', 'the Jacobian of $\\hat{x}$ on its diagonal', {
      forbid: ['D'],
    }),
    line('rstd * (C - 1 - mean(i, xhat[i]^2))', 'sum over $i$', { forbid: ['D'] }),
    line('rstd * (C - 1 - 1)', 'the mean square of $\\hat{x}$ is 1', {
      forbid: ['D', 'mean', 'sum', 'xhat'],
    }),
    line('(C - 2) * rstd', 'two directions lost', { forbid: ['D', 'mean', 'sum', 'xhat'] }),
  ],
};
