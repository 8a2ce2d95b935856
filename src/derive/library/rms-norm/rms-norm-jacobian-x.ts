import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormLetters } from './letters.js';

/** Only ε lets RMSNorm notice the length of x. */
export const rmsNormJacobianX: Derivation = {
  name: 'rms-norm-jacobian-x',
  title: 'Stretching x hardly shows',
  says: 'Push x along itself and ask how x̂ moves. All that is left is a leak of size ε r²: at ε = 0 RMSNorm does not see the length of x at all.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: jacobian',
  letters: rmsNormLetters,
  lines: [
    line('sum(j, D(xhat[i], x[j]) * x[j])'),
    line('sum(j, rstd * (eye(i, j) - xhat[i] * xhat[j] / C) * x[j])', 'the Jacobian of x̂', { forbid: ['D'] }),
    line('rstd * (x[i] - xhat[i] * mean(j, xhat[j] * x[j]))', 'sum over j', { forbid: ['D', 'eye'] }),
    line('xhat[i] * (1 - mean(j, xhat[j]^2))', 'r times x is x̂'),
    line('xhat[i] * (1 - meanSquare * rstd^2)', 'the definition of x̂'),
    line('eps * rstd^2 * xhat[i]', '$r^2 (s + \\varepsilon) = 1$'),
  ],
};
