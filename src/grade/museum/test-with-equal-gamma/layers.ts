import { Tensor } from '../../../autograd/index.js';
import { ndarray } from '../../../tensor/ndarray.js';
import type { Specimen } from '../../judging.js';
import { normals } from '../damage.js';
import { innocent } from '../experiments.js';
import { byEye, byHand, comparing, featureByFeature, slopes, undoing } from './tests.js';
import type { Test } from './tests.js';

/** Each feature has its own. */
const own = { gamma: [2, -1, 0.5], beta: [1, 4, -3] };
const [threes, fives] = [3, 5].map((value) => [value, value, value]);

/** B16: γ is 3 and β is 5 in every feature, and what comes out is printed. */
const printing: Test = (layer) => {
  const [gamma, beta] = [threes, fives].map((values) => new Tensor(ndarray(values, [3])));
  void layer(normals('printed', [4, 3]), gamma, beta, 1e-5); // printed, with a sentence on what to expect
  return true;
};

/** B16: the same, and somebody reads what is printed. */
export const read: Test = byEye({ gamma: threes, beta: fives });

/** The right one. */
export const trusted: Test = comparing(own);

/** Tests that can be trusted. */
export const right: readonly Specimen<Test>[] = innocent<Test>(
  {
    'a test that compares with the library, γ and β unequal': trusted,
    'a test of one row by hand': byHand,
    'a test that undoes β and γ': undoing(own),
    'a test that switches on one feature after the other': featureByFeature,
    'a test that compares two settings of γ and β': (layer) =>
      comparing({ gamma: [1, 2, 3], beta: [0, 0, 0] })(layer) &&
      comparing({ gamma: [3, 1, -2], beta: [7, -7, 1] })(layer),
  },
  'This test can be trusted: it believes layers that are right, and refuses each that mixes up γ or β. Is one of your wrong layers right after all, or your right one wrong, for instance at another ε?',
);

/** As they were found. */
export const found: readonly Specimen<Test>[] = [
  {
    name: 'a test that prints means and deviations, and says what to expect',
    layer: printing,
    says: 'This test prints, and says true whatever was printed: every layer passes. Hand it one that is wrong everywhere.',
  },
  {
    name: 'the same test, read by eye: γ is 3 and β is 5 in every feature',
    layer: read,
    says: 'In this test all γ are 3 and all β are 5. A layer that uses the first γ for every feature, or the first β, passes: hand it one of those.',
  },
];

/** Other tests that are blind in one eye. */
export const disguised: readonly Specimen<Test>[] = [
  {
    name: 'a test that compares with the library, γ = 1 and β = 0',
    layer: comparing({ gamma: [1, 1, 1], beta: [0, 0, 0] }),
    says: 'In this test γ is 1 and β is 0, as in a new layer. One that ignores both passes.',
  },
  {
    name: 'a test with unequal γ, and β = 0',
    layer: comparing({ gamma: own.gamma, beta: [0, 0, 0] }),
    says: 'In this test γ is unequal, and β is 0. A layer that forgets β passes.',
  },
  {
    name: 'a test with unequal γ, and one β',
    layer: comparing({ gamma: own.gamma, beta: fives }),
    says: 'In this test γ is unequal, and all β are 5. A layer that uses the first β for every feature passes.',
  },
  {
    name: 'a test with unequal β, and one γ',
    layer: comparing({ gamma: threes, beta: own.beta }),
    says: 'In this test β is unequal, and all γ are 3. A layer that uses the first γ for every feature passes.',
  },
  {
    name: 'a test that sends rows of equal numbers',
    layer: comparing(own, { given: new Tensor(ndarray([2, 2, 2, 7, 7, 7], [2, 3])) }),
    says: 'This test sends constant rows: x̂ is 0, and γ times 0 is 0 whatever γ is. A layer that does anything to γ passes.',
  },
  {
    name: 'a test by slopes',
    layer: slopes,
    says: 'This test asks whether the way back belongs to the way there. A layer that forgets β, or uses one γ for all, agrees with itself and passes.',
  },
  {
    name: 'a test that refuses everything',
    layer: comparing(own, { tolerance: -1 }),
    says: 'This test refuses every layer, right ones too. Hand it one that is right, and see.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Test>[] = [
  { name: 'a loose one', layer: comparing(own, { tolerance: 0.5 }), says: '' },
  { name: 'one that accuses the library', layer: (layer) => !trusted(layer), says: '' },
];
