import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { layerNormLetters } from './letters.js';

/** At C = 2 every row would reach the bound, so C begins at 3. */
const letters: Letters = {
  ...layerNormLetters,
  sizes: { C: [3, 4, 6] },
};

/** x̂ᵢ² ≤ (C − 1) σ² / (σ² + ε) ≤ C − 1. */
export const layerNormBoundEps: Derivation = {
  name: 'layer-norm-bound-eps',
  title: 'With ε the bound is a little lower',
  says: 'With ε the largest entry stays below √(C − 1), and a row whose variance is small against ε stays far below it.',
  source: 'Samuelson (1968), "How Deviant Can You Be?", J. Am. Stat. Assoc. 63; derived here',
  agreesWith: 'norm/layer-norm: xhat',
  letters,
  lines: [
    line('xhat[i]^2'),
    line('c[i]^2 / (variance + eps)', 'the definition of $\\hat{x}$, squared', { forbid: ['xhat'] }),
    line('c[i]^2 / variance * (variance / (variance + eps))', 'divide and multiply by $\\sigma^2$', {
      forbid: ['xhat'],
    }),
    line('(C - 1) * (variance / (variance + eps))', 'without $\\varepsilon$ the square is at most $C - 1$', {
      relation: '<=',
      forbid: ['xhat', 'c'],
    }),
    line('C - 1', '$\\sigma^2$ is at most $\\sigma^2 + \\varepsilon$', {
      relation: '<=',
      forbid: ['variance', 'xhat', 'c'],
    }),
  ],
};
