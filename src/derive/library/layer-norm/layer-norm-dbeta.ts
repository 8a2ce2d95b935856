import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormBatchLetters } from './letters-batch.js';

/** Equation (6): dβ = Σ dy over the rows. */
export const layerNormDbeta: Derivation = {
  name: 'layer-norm-dbeta',
  title: 'The gradient for β',
  says: 'β shifts a feature in every row, so it hears from every row: add up dy over the rows.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: dbeta',
  letters: layerNormBatchLetters,
  lines: [
    line('D(L, beta[j])'),
    line('sum(n, i, dy[n, i] * D(y[n, i], beta[j]))', 'chain rule: any output might depend on $\\beta_j$', {
      forbid: ['L'],
    }),
    line('sum(n, dy[n, j] * D(y[n, j], beta[j]))', 'only feature $j$ does, in every row', { forbid: ['L'] }),
    line('sum(n, dy[n, j])', '$y = \\gamma \\hat{x} + \\beta$, so that derivative is 1', {
      forbid: ['L', 'D', 'eye'],
    }),
  ],
};
