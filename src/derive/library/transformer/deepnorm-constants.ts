import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { deepNormLetters } from './letters-size.js';

/** Why α = (2N)^(1/4) and β = (8N)^(-1/4). */
export const deepnormConstants: Derivation = {
  name: 'deepnorm-constants',
  title: 'DeepNorm: where α and β come from',
  says: 'A small step of all weights moves the model by about the sum of (v² + w²)/α² over its 2N branches, two for each of N blocks, where v and w say how much the two matrices of a branch are scaled. With both at β the sum is 4Nβ²/α². DeepNorm’s two numbers make it 1, at every depth.',
  source: 'Wang et al. (2022), arXiv:2203.00555, section 4, sketched',
  agreesWith: 'transformer/deepnorm: alpha, beta',
  letters: deepNormLetters,
  lines: [
    line(
      'sum(l, (betaSquared + betaSquared) / alphaSquared) + sum(l, (betaSquared + betaSquared) / alphaSquared)',
    ),
    line('2 * sum(l, 2 * betaSquared / alphaSquared)', 'attention and feed-forward are alike'),
    line('4 * N * betaSquared / alphaSquared', 'the sum has N equal terms', { forbid: ['sum'] }),
    line('4 * N / (sqrt(8 * N) * sqrt(2 * N))', 'the definitions of α and β', {
      forbid: ['betaSquared', 'alphaSquared'],
    }),
    line('1', '$\\sqrt{8N} \\sqrt{2N} = 4N$', { maxNodes: 1 }),
  ],
};
