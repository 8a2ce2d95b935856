import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { normalizedLogitLetters } from './letters.js';

/** With γ the bound grows by the largest product of two γ. */
export const attentionLogitBoundGamma: Derivation = {
  name: 'attention-logit-bound-gamma',
  title: 'What γ does to the bound',
  says: 'The learned γ of query and key can widen the bound again, but only as far as their largest product. So the model decides how sharp its attention may get.',
  source: 'derived here',
  agreesWith: 'transformer/scores: logits',
  letters: normalizedLogitLetters,
  lines: [
    line('abs(sum(a, gammaQ[a] * qhat[a] * gammaK[a] * khat[a])) / sqrt(C)'),
    line('sum(a, abs(gammaQ[a] * gammaK[a]) * abs(qhat[a] * khat[a])) / sqrt(C)', 'triangle inequality', {
      relation: '<=',
    }),
    line(
      'max(m, abs(gammaQ[m] * gammaK[m])) * sum(a, abs(qhat[a] * khat[a])) / sqrt(C)',
      'no product of two γ is larger than the largest',
      { relation: '<=' },
    ),
    line(
      'max(m, abs(gammaQ[m] * gammaK[m])) * sqrt(sum(a, qhat[a]^2)) * sqrt(sum(a, khat[a]^2)) / sqrt(C)',
      'Cauchy and Schwarz',
      { relation: '<=' },
    ),
    line('max(m, abs(gammaQ[m] * gammaK[m])) * sqrt(C)', 'the mean square of a normalized row is at most 1', {
      relation: '<=',
      forbid: ['qhat', 'khat'],
    }),
  ],
};
