import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { rmsNormTwiceLetters } from './letters.js';

/** The way back is linear in dy, so going back through it is the same map once more. */
export const rmsNormDoubleBackwardDy: Derivation = {
  name: 'rms-norm-double-backward-dy',
  title: 'Back through the way back, for dy',
  says: 'If something further up depends on dx, it sends back a w for it. For dy the answer is old news: the same formula, with w where g was.',
  source: 'derived here',
  agreesWith: 'norm/rms-norm: second derivative',
  letters: rmsNormTwiceLetters,
  lines: [
    line('D(S, dy[j])'),
    line('sum(i, w[i] * D(dx[i], dy[j]))', 'chain rule'),
    line(
      'sum(i, w[i] * rstd * (D(g[i], dy[j]) - xhat[i] * D(meanGX, dy[j])))',
      'r and x̂ do not depend on dy',
    ),
    line(
      'sum(i, w[i] * rstd * (gamma[j] * eye(i, j) - xhat[i] * gamma[j] * xhat[j] / C))',
      'g is γ ⊙ dy, and each entry weighs $1/C$ in the mean',
      { forbid: ['D'] },
    ),
    line('gamma[j] * rstd * (w[j] - xhat[j] * meanWX)', 'sum over i', { forbid: ['D', 'eye'] }),
  ],
};
