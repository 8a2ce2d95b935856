import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormScaledLetters } from './letters.js';

/** A larger x is the same as a smaller ε. */
export const rmsNormScale: Derivation = {
  name: 'rms-norm-scale',
  title: 'Scaling x is shrinking ε',
  says: 'Multiply x by a and you get what the old x would give with ε / a². Large inputs make ε vanish; tiny ones make it matter.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: xhat',
  letters: rmsNormScaledLetters,
  lines: [
    line('a * x[i] / sqrt(mean(k, (a * x[k])^2) + eps)'),
    line('a * x[i] / sqrt(a^2 * meanSquare + eps)', 'a is a factor of every term'),
    line('a * x[i] / sqrt(a^2 * (meanSquare + eps / a^2))', 'pull $a^2$ out of the sum'),
    line('a * x[i] / (a * sqrt(meanSquare + eps / a^2))', 'a is positive, so the root of $a^2$ is a'),
    line('x[i] / sqrt(meanSquare + eps / a^2)', 'a cancels'),
  ],
};
