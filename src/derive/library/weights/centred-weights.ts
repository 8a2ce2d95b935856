import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { centredWeightsLetters } from './letters.js';

/** Centring the output is centring the weights, so LayerNorm's mean can be moved into the layer before it. */
export const centredWeights: Derivation = {
  name: 'centred-weights',
  title: 'The mean can be taken out beforehand',
  says: "Subtract from each column of W its mean, and from b its own. The layer's output then has mean 0 by itself, and LayerNorm behind it is RMSNorm.",
  source: 'derived here',
  agreesWith: 'transformer/pre-rms-norm: W and b',
  letters: centredWeightsLetters,
  lines: [
    line('z[i] - mean(m, z[m])'),
    line('sum(k, W[i, k] * h[k]) + b[i] - mean(m, sum(k, W[m, k] * h[k]) + b[m])', 'the linear layer', {
      forbid: ['z'],
    }),
    line(
      'sum(k, W[i, k] * h[k]) + b[i] - sum(k, mean(m, W[m, k]) * h[k]) - mean(m, b[m])',
      'a mean of sums is a sum of means',
    ),
    line('sum(k, (W[i, k] - mean(m, W[m, k])) * h[k]) + (b[i] - mean(m, b[m]))', 'collect what stands at h'),
    line(
      'sum(k, centredW[i, k] * h[k]) + centredB[i]',
      'each column without its mean, and b without its own',
      { forbid: ['W', 'b', 'mean'] },
    ),
  ],
};
