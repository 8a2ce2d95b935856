import type { Derivation, Letters } from '../../derivation.js';
import { line } from '../../derivation.js';
import { fromCentredLetters } from './letters-cut.js';

/** Here c does sum to 0, as deviations do. */
const letters: Letters = {
  ...fromCentredLetters,
  variables: { ...fromCentredLetters.variables, c: 'C centred' },
};

/** dμ = −Σ dc = −r C mean(g). */
export const layerNormDmu: Derivation = {
  name: 'layer-norm-dmu',
  title: 'What arrives at the mean',
  says: 'The mean is subtracted from every entry, so it hears minus the sum of all dc. The part along x̂ sums to 0 and drops out.',
  source: 'Ba, Kiros and Hinton (2016), arXiv:1607.06450, section 3, for the layer; derived here',
  agreesWith: 'norm/layer-norm: compose, the gradient of mu',
  letters,
  lines: [
    line('-sum(j, D(L, c[j]))'),
    line('-sum(j, rstd * (g[j] - xhat[j] * mean(i, g[i] * xhat[i])))', 'what arrives at $c$', {
      forbid: ['D'],
    }),
    line(
      '-rstd * (sum(j, g[j]) - sum(j, xhat[j]) * mean(i, g[i] * xhat[i]))',
      'sum term by term; what does not depend on $j$ goes in front',
      { forbid: ['D'] },
    ),
    line('-rstd * sum(j, g[j])', '$\\hat{x}$ sums to 0', { forbid: ['D', 'xhat', 'c'] }),
    line('-rstd * C * mean(j, g[j])', 'a sum of $C$ numbers is $C$ times their mean', {
      forbid: ['D', 'xhat', 'c', 'sum'],
    }),
  ],
};
