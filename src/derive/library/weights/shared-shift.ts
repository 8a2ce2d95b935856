import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { centredWeightsLetters } from './letters.js';

/** LayerNorm does not see what all units have in common; BatchNorm does. */
export const sharedShift: Derivation = {
  name: 'shared-shift',
  title: 'The same change for every unit is invisible',
  says: 'Add the same vector to the weights of every unit. All outputs move by the same amount, and centring takes it away again.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 5.1',
  agreesWith: 'tensor/rows: centre, behind a linear layer',
  letters: centredWeightsLetters,
  lines: [
    line('shifted[i] - mean(m, shifted[m])'),
    line(
      'z[i] + sum(k, a[k] * h[k]) - mean(m, z[m] + sum(k, a[k] * h[k]))',
      'all units get the same number added',
      { forbid: ['shifted'] },
    ),
    line('z[i] + sum(k, a[k] * h[k]) - mean(m, z[m]) - sum(k, a[k] * h[k])', 'the mean gets it as well'),
    line('z[i] - mean(m, z[m])', 'it cancels', { forbid: ['a'] }),
  ],
};
