import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { bestLogitsLetters } from './letters.js';

/** A norm on the logits with a small γ: the loss cannot fall below a bound. */
export const normalizedLogitsBound: Derivation = {
  name: 'normalized-logits-bound',
  title: 'How small the loss can get behind a norm',
  says: 'A norm behind the last layer ties the logits to a sphere of radius γ√K. The best they can do is to put all of it on the right class; with γ = 0.1 and ten classes that is a loss of 2.01, not far below ln 10.',
  source: 'derived here; see layer-norm-one-hot for the largest entry',
  agreesWith: 'nn/cross-entropy: y',
  letters: bestLogitsLetters,
  lines: [
    line('log(sum(k, exp(z[k, r]))) - z[r, r]'),
    line(
      'log(exp(z[r, r]) + (K - 1) * exp(-gamma / sqrt(K - 1))) - z[r, r]',
      'one right class and K − 1 others, all alike',
    ),
    line(
      'log(exp(gamma * sqrt(K - 1)) + (K - 1) * exp(-gamma / sqrt(K - 1))) - gamma * sqrt(K - 1)',
      'the largest entry',
      { forbid: ['z'] },
    ),
    line('log(1 + (K - 1) * exp(-gamma * K / sqrt(K - 1)))', 'into the logarithm'),
  ],
};
