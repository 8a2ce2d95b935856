import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { switchableNormLetters } from './letters.js';

/** A softmax over three statistics: each logit hears how much better its statistic would have done than the mixture. */
export const switchableNormDmeanLogits: Derivation = {
  name: 'switchable-norm-dmean-logits',
  title: 'The gradient for the logits of the means',
  says: 'a says what a little more of each mean would do to the loss. From there it is the way back through a softmax.',
  source: 'Luo et al. (2019), arXiv:1806.10779, section 2, for the layer; the gradient is derived here',
  agreesWith: 'norm/switchable-norm: dmeanLogits',
  letters: switchableNormLetters,
  lines: [
    line('D(L, meanLogits[k])'),
    line(
      'sum(n, i, s, g[n, i, s] * D(xhat[n, i, s], meanLogits[k]))',
      'chain rule; γ is a factor, β a constant',
    ),
    line(
      'sum(n, i, s, -g[n, i, s] * rstd[n, i] * D(mu[n, i], meanLogits[k]))',
      'the logits of the means move μ and nothing else',
    ),
    line('sum(l, a[l] * D(w[l], meanLogits[k]))', 'μ is a sum over the three; collect what belongs to each'),
    line('sum(l, a[l] * w[l] * (eye(k, l) - w[k]))', 'the Jacobian of softmax', { forbid: ['D'] }),
    line('w[k] * (a[k] - sum(l, w[l] * a[l]))', 'a common factor', { forbid: ['D', 'eye'] }),
  ],
};
