import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** Equation (8) through every node of the graph, nothing skipped. */
export const layerNormBackward: Derivation = {
  name: 'layer-norm-backward',
  title: 'The whole way back, path by path',
  says: 'From the loss to equation (8) in small steps: through the output, through both factors of x̂, through the variance, and last through the mean.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: dx',
  letters: layerNormLetters,
  lines: [
    line('D(L, x[j])'),
    line('sum(i, dy[i] * D(y[i], x[j]))', 'chain rule', { forbid: ['L'] }),
    line(
      'sum(i, g[i] * D(xhat[i], x[j]))',
      '$\\gamma$ is a factor, $\\beta$ a constant; $g = \\gamma \\odot dy$',
      { forbid: ['L', 'y'] },
    ),
    line(
      'sum(i, g[i] * (rstd * D(c[i], x[j]) + c[i] * D(rstd, x[j])))',
      'product rule for $\\hat{x} = c r$',
      { forbid: ['L', 'y'] },
    ),
    line(
      'rstd * sum(i, g[i] * D(c[i], x[j])) + sum(i, g[i] * c[i]) * D(rstd, x[j])',
      'two paths: the direct one, and the one through $r$, at which the sum of $g \\odot c$ arrives',
      { forbid: ['L', 'y'] },
    ),
    line(
      'rstd * sum(i, g[i] * D(c[i], x[j])) - 1 / 2 * rstd^3 * sum(i, g[i] * c[i]) * D(variance, x[j])',
      '$r$ is the power $-1/2$ of $\\sigma^2 + \\varepsilon$',
      { forbid: ['L', 'y'] },
    ),
    line(
      'rstd * sum(i, g[i] * D(c[i], x[j])) - 1 / 2 * rstd^3 * sum(i, g[i] * c[i]) * mean(k, 2 * c[k] * D(c[k], x[j]))',
      '$\\sigma^2$ is the mean of $c^2$',
      { forbid: ['L', 'y', 'variance'] },
    ),
    line(
      'rstd * sum(i, g[i] * D(c[i], x[j])) - rstd^3 * mean(i, g[i] * c[i]) * sum(k, c[k] * D(c[k], x[j]))',
      '2 cancels; the $1/C$ goes to the other sum',
      { forbid: ['L', 'y', 'variance'] },
    ),
    line(
      'rstd * sum(i, g[i] * D(c[i], x[j])) - rstd * mean(i, g[i] * xhat[i]) * sum(k, xhat[k] * D(c[k], x[j]))',
      'hand one $r$ to each $c$ in front: $c r$ is $\\hat{x}$',
      { forbid: ['L', 'y', 'variance'] },
    ),
    line(
      'sum(i, rstd * (g[i] - xhat[i] * mean(k, g[k] * xhat[k])) * D(c[i], x[j]))',
      'both paths meet at $c$; what stands before the derivative is what arrives there',
      { forbid: ['L', 'y', 'variance'] },
    ),
    line(
      'sum(i, rstd * (g[i] - xhat[i] * mean(k, g[k] * xhat[k])) * (eye(i, j) - D(mu, x[j])))',
      '$c = x - \\mu$',
      { forbid: ['L', 'y', 'variance'] },
    ),
    line(
      'sum(i, rstd * (g[i] - xhat[i] * mean(k, g[k] * xhat[k])) * (eye(i, j) - 1 / C))',
      'an entry moves the mean by a $C$-th',
      { forbid: ['D'] },
    ),
    line(
      'rstd * (g[j] - xhat[j] * mean(k, g[k] * xhat[k])) - rstd * mean(i, g[i] - xhat[i] * mean(k, g[k] * xhat[k]))',
      'sum over $i$',
      { forbid: ['D', 'eye'] },
    ),
    line(
      'rstd * (g[j] - xhat[j] * mean(k, g[k] * xhat[k])) - rstd * (mean(i, g[i]) - mean(i, xhat[i]) * mean(k, g[k] * xhat[k]))',
      'the mean term by term',
      { forbid: ['D', 'eye'] },
    ),
    line(
      'rstd * (g[j] - xhat[j] * mean(k, g[k] * xhat[k])) - rstd * mean(i, g[i])',
      '$\\hat{x}$ has mean 0: the variance sends nothing to the mean',
      { forbid: ['D', 'eye'] },
    ),
    line('rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))', '$r$ goes in front', {
      forbid: ['D', 'eye'],
      maxNodes: 100,
    }),
  ],
};
