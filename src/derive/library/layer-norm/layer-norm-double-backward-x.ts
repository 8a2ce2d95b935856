import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { doubleBackwardLetters } from './letters-double-backward.js';

/** For ⟨w, dx⟩ the gradient for x is −r² [x̂ (⟨w, Pg⟩ − ⟨w, x̂⟩⟨g, x̂⟩) + ⟨g, x̂⟩ (Pw − x̂⟨w, x̂⟩) + ⟨w, x̂⟩ (Pg − x̂⟨g, x̂⟩)], each ⟨ , ⟩ a mean. */
export const layerNormDoubleBackwardX: Derivation = {
  name: 'layer-norm-double-backward-x',
  title: 'Back through the way back: for x',
  says: 'The other half: x moves r and x̂, and dx holds both. Three terms come out, each of them a projection or x̂ itself, all of them times r².',
  source: 'derived here',
  agreesWith: 'norm/layer-norm: second derivative, for x',
  letters: doubleBackwardLetters,
  lines: [
    line('D(sum(i, w[i] * D(L, x[i])), x[j])'),
    line(
      'D(sum(i, w[i] * rstd * (g[i] - mean(k, g[k]) - xhat[i] * mean(k, g[k] * xhat[k]))), x[j])',
      'equation (8)',
      { forbid: ['L'] },
    ),
    line(
      'D(rstd * C * (wg - wxhat * gxhat), x[j])',
      'a sum is $C$ times a mean; the three means have names',
      { forbid: ['L'] },
    ),
    line(
      'C * (D(rstd, x[j]) * (wg - wxhat * gxhat) - rstd * (D(wxhat, x[j]) * gxhat + wxhat * D(gxhat, x[j])))',
      'product rule; $w$ and $g$ do not move with $x$',
      { forbid: ['L'] },
    ),
    line(
      '-rstd^2 * xhat[j] * (wg - wxhat * gxhat) - C * rstd * (D(wxhat, x[j]) * gxhat + wxhat * D(gxhat, x[j]))',
      'the derivative of $r$',
      { forbid: ['L'] },
    ),
    line(
      '-rstd^2 * xhat[j] * (wg - wxhat * gxhat) - rstd * (sum(i, w[i] * D(xhat[i], x[j])) * gxhat + wxhat * sum(i, g[i] * D(xhat[i], x[j])))',
      'the derivative of a mean is the mean of the derivatives; $C$ cancels',
      { forbid: ['L'] },
    ),
    line(
      '-rstd^2 * xhat[j] * (wg - wxhat * gxhat) - rstd * (rstd * (Pw[j] - xhat[j] * wxhat) * gxhat + wxhat * rstd * (Pg[j] - xhat[j] * gxhat))',
      'twice the Jacobian of $\\hat{x}$: equation (8) with $w$, and with $g$',
      { forbid: ['D', 'eye'] },
    ),
    line(
      '-rstd^2 * (xhat[j] * (wg - wxhat * gxhat) + gxhat * (Pw[j] - xhat[j] * wxhat) + wxhat * (Pg[j] - xhat[j] * gxhat))',
      '$-r^2$ goes in front',
      { forbid: ['D', 'eye'] },
    ),
  ],
};
