import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormExactLetters } from './letters.js';

/** Every output lies on one sphere. */
export const rmsNormSphere: Derivation = {
  name: 'rms-norm-sphere',
  title: 'Everything lands on a sphere',
  says: 'Without ε the squares of x̂ always add up to C. Whatever x was, x̂ is a point on the sphere of radius √C.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: xhat',
  letters: rmsNormExactLetters,
  lines: [
    line('sum(i, xhat[i]^2)'),
    line('sum(i, x[i]^2) * rstd^2', 'r is a common factor'),
    line('C * meanSquare * rstd^2', 'a sum is C times a mean'),
    line('C * meanSquare / meanSquare', 'r is one over the root of the mean square'),
    line('C', 'it cancels', { maxNodes: 4 }),
  ],
};
