import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { normalizedLogitLetters } from './letters.js';

/** Cauchy and Schwarz bound every logit of normalized queries and keys. */
export const attentionLogitBound: Derivation = {
  name: 'attention-logit-bound',
  title: 'No logit can be larger than √C',
  says: 'Normalize query and key, and no logit exceeds √C, however large the activations grow. The softmax can no longer run into its flat end.',
  source:
    'Henry, Dachapally, Pawar and Chen (2020), arXiv:2010.04245, for normalized queries and keys; the bound is derived here',
  agreesWith: 'transformer/scores: logits',
  letters: normalizedLogitLetters,
  lines: [
    line('abs(sum(a, qhat[a] * khat[a])) / sqrt(C)'),
    line('sqrt(sum(a, qhat[a]^2)) * sqrt(sum(a, khat[a]^2)) / sqrt(C)', 'Cauchy and Schwarz', {
      relation: '<=',
      forbid: ['abs'],
    }),
    line('sqrt(C) * sqrt(C) / sqrt(C)', 'the mean square of a normalized row is at most 1', {
      relation: '<=',
      forbid: ['qhat', 'khat'],
    }),
    line('sqrt(C)', 'it cancels', { maxNodes: 6 }),
  ],
};
