import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { centringLetters } from './letters-geometry.js';

/** What centring takes off is orthogonal to what it leaves. */
export const layerNormCentringOrthogonal: Derivation = {
  name: 'layer-norm-centring-orthogonal',
  title: 'It drops straight down',
  says: 'What is taken off, (μ, μ, …), stands at a right angle to what is left. So c is the nearest point to x among all rows of mean 0.',
  source: 'derived here',
  agreesWith: 'tensor/rows: centre',
  letters: centringLetters,
  lines: [
    line('sum(i, c[i] * (x[i] - c[i]))'),
    line('sum(i, c[i] * mu)', 'what is taken off is $\\mu$, at every place', { forbid: ['x'] }),
    line('mu * sum(i, x[i] - mu)', '$\\mu$ goes in front; the definition of $c$', { forbid: ['c'] }),
    line('mu * (C * mu - C * mu)', 'a sum of $C$ numbers is $C$ times their mean', {
      forbid: ['c', 'sum', 'mean', 'x'],
    }),
    line('0', 'nothing is left', { maxNodes: 4 }),
  ],
};
