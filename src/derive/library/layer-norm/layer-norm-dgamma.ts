import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormBatchLetters } from './letters-batch.js';

/** Equation (7): dγ = Σ dy ⊙ x̂ over the rows. */
export const layerNormDgamma: Derivation = {
  name: 'layer-norm-dgamma',
  title: 'The gradient for γ',
  says: 'γ stretches a feature in every row by what x̂ is there: add up dy ⊙ x̂ over the rows.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: dgamma',
  letters: layerNormBatchLetters,
  lines: [
    line('D(L, gamma[j])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], gamma[j]))', 'chain rule: any output might depend on $\\gamma_j$', {
      forbid: ['L'],
    }),
    line('sum(n, dy[n, j] * D(y[n, j], gamma[j]))', 'only feature $j$ does, in every row', { forbid: ['L'] }),
    line(
      'sum(n, dy[n, j] * xhat[n, j])',
      '$y = \\gamma \\hat{x} + \\beta$, so that derivative is $\\hat{x}$',
      { forbid: ['L', 'D', 'eye'] },
    ),
  ],
};
