import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

const letters: Letters = {
  ...layerNormLetters,
  definitions: { ...layerNormLetters.definitions, ms: 'mean(k, x[k]^2)' },
  tex: { ...layerNormLetters.tex, ms: '\\langle x^2 \\rangle' },
};

/** x̂ = x / √(ms + ε − μ²) − μ / √(ms + ε − μ²), with ms the mean square. */
export const layerNormFromMeanSquare: Derivation = {
  name: 'layer-norm-from-mean-square',
  title: 'LayerNorm from the mean square',
  says: 'Who has RMSNorm at hand needs only the mean besides: the variance is the mean square less μ².',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters,
  lines: [
    line('xhat[i]'),
    line('(x[i] - mu) / sqrt(variance + eps)', 'the definitions of $\\hat{x}$ and $r$', {
      forbid: ['xhat', 'rstd'],
    }),
    line(
      '(x[i] - mu) / sqrt(ms - mu^2 + eps)',
      'the variance is the mean square less the square of the mean',
      { forbid: ['xhat', 'rstd', 'variance'] },
    ),
    line(
      'x[i] / sqrt(ms - mu^2 + eps) - mu / sqrt(ms - mu^2 + eps)',
      'a multiple of $x$, less the same number for all $i$',
      { forbid: ['xhat', 'rstd', 'variance'], maxNodes: 66 },
    ),
  ],
};
