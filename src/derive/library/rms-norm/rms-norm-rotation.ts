import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormExactLetters } from './letters.js';

/** RMSNorm does not care how the axes lie, which LayerNorm does. */
export const rmsNormRotation: Derivation = {
  name: 'rms-norm-rotation',
  title: 'Turning x turns the output',
  says: 'Reflect x in a mirror that stands anywhere. Its length stays, so r stays, and x̂ is reflected along. Rotations are made of such reflections.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: xhat',
  letters: rmsNormExactLetters,
  lines: [
    line('turned[i] / sqrt(mean(k, turned[k]^2))'),
    line(
      'turned[i] / sqrt(mean(k, (x[k] - 2 * v[k] * sum(j, v[j] * x[j]) / sum(l, v[l]^2))^2))',
      'what the mirror does',
    ),
    line(
      'turned[i] / sqrt(mean(k, x[k]^2) - 4 * sum(j, v[j] * x[j])^2 / (C * sum(l, v[l]^2)) + 4 * sum(j, v[j] * x[j])^2 / (C * sum(l, v[l]^2)))',
      'multiply out and sum over k',
    ),
    line('turned[i] * rstd', 'the last two terms cancel'),
    line('sum(j, Q[i, j] * xhat[j])', 'r goes to x inside the sum'),
  ],
};
