import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { instanceNormLetters } from './letters.js';

/** LayerNorm's equation (8) for each channel; γ is one number there and comes out in front. */
export const instanceNormDx: Derivation = {
  name: 'instance-norm-dx',
  title: 'The gradient for x',
  says: "Inside one channel γ is a single number, so it can wait until the end. The rest is LayerNorm's formula over the positions.",
  source:
    'Ulyanov, Vedaldi and Lempitsky (2016), arXiv:1607.08022, for the layer; the gradient is derived here',
  agreesWith: 'norm/instance-norm: dx',
  letters: instanceNormLetters,
  lines: [
    line('D(L, x[i, s])'),
    line('sum(j, t, dy[j, t] * D(y[j, t], x[i, s]))', 'chain rule'),
    line('sum(j, t, g[j, t] * D(xhat[j, t], x[i, s]))', 'γ is a factor, β a constant'),
    line(
      'sum(t, g[i, t] * rstd[i] * (eye(s, t) - 1 / S - xhat[i, t] * xhat[i, s] / S))',
      'the Jacobian of x̂; other channels give nothing',
      { forbid: ['D'] },
    ),
    line(
      'rstd[i] * (g[i, s] - mean(t, g[i, t]) - xhat[i, s] * mean(t, g[i, t] * xhat[i, t]))',
      'sum over the positions',
      { forbid: ['D', 'eye'] },
    ),
    line(
      'gamma[i] * rstd[i] * (dy[i, s] - mean(t, dy[i, t]) - xhat[i, s] * mean(t, dy[i, t] * xhat[i, t]))',
      'γ is the same at all positions',
      { forbid: ['g'] },
    ),
  ],
};
