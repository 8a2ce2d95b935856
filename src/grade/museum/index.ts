/** The bug museum: bugs that were found in public, each rebuilt as small as it goes, with an exercise that finds it. */
import { atAGlance } from '../at-a-glance.js';
import { alphaMisplaced } from './alpha-on-the-branch/exhibit.js';
import { anyFactor } from './any-factor/exhibit.js';
import { argumentIgnored } from './argument-ignored/exhibit.js';
import { besselInTheLayer } from './bessel-in-the-layer/exhibit.js';
import { checkWithBessel } from './check-with-bessel/exhibit.js';
import { digitsCancelled } from './digits-cancelled/exhibit.js';
import { epsilonOutside } from './epsilon-outside/exhibit.js';
import { formulaOfTheWayBack } from './formula-of-the-way-back/exhibit.js';
import { growsWithDepth } from './grows-with-depth/exhibit.js';
import { lineThatDoesNotFollow } from './line-that-does-not-follow/exhibit.js';
import { runningDeviation } from './running-deviation/exhibit.js';
import { runningOverN } from './running-over-n/exhibit.js';
import { saysPostIsPre } from './says-post-is-pre/exhibit.js';
import { sentencesMixed } from './sentences-mixed/exhibit.js';
import { shiftAsTheReason } from './shift-as-the-reason/exhibit.js';
import { statisticsCut } from './statistics-cut/exhibit.js';
import { streamNormalized } from './stream-normalized/exhibit.js';
import { testWithEqualGamma } from './test-with-equal-gamma/exhibit.js';

/**
 * The exhibits by their numbers.
 *
 * @example
 * exhibits.B6.cost.measure(4); // how far the answers are off in rows of four numbers
 */
export const exhibits: {
  readonly B1: typeof argumentIgnored;
  readonly B2: typeof sentencesMixed;
  readonly B4: typeof checkWithBessel;
  readonly B6: typeof besselInTheLayer;
  readonly B7: typeof saysPostIsPre;
  readonly B8: typeof alphaMisplaced;
  readonly B9: typeof digitsCancelled;
  readonly B11: typeof statisticsCut;
  readonly B13: typeof runningDeviation;
  readonly B14: typeof runningOverN;
  readonly B15: typeof epsilonOutside;
  readonly B16: typeof testWithEqualGamma;
  readonly B17: typeof lineThatDoesNotFollow;
  readonly B18: typeof formulaOfTheWayBack;
  readonly B19: typeof streamNormalized;
  readonly B21: typeof growsWithDepth;
  readonly B22: typeof shiftAsTheReason;
  readonly B23: typeof anyFactor;
} = {
  B1: argumentIgnored,
  B2: sentencesMixed,
  B4: checkWithBessel,
  B6: besselInTheLayer,
  B7: saysPostIsPre,
  B8: alphaMisplaced,
  B9: digitsCancelled,
  B11: statisticsCut,
  B13: runningDeviation,
  B14: runningOverN,
  B15: epsilonOutside,
  B16: testWithEqualGamma,
  B17: lineThatDoesNotFollow,
  B18: formulaOfTheWayBack,
  B19: streamNormalized,
  B21: growsWithDepth,
  B22: shiftAsTheReason,
  B23: anyFactor,
};

/**
 * The exercise of each exhibit: find it, prove it.
 *
 * @example
 * check(myExperiment, museum.B2);
 */
export const museum: { readonly [K in keyof typeof exhibits]: (typeof exhibits)[K]['exercise'] } = {
  B1: exhibits.B1.exercise,
  B2: exhibits.B2.exercise,
  B4: exhibits.B4.exercise,
  B6: exhibits.B6.exercise,
  B7: exhibits.B7.exercise,
  B8: exhibits.B8.exercise,
  B9: exhibits.B9.exercise,
  B11: exhibits.B11.exercise,
  B13: exhibits.B13.exercise,
  B14: exhibits.B14.exercise,
  B15: exhibits.B15.exercise,
  B16: exhibits.B16.exercise,
  B17: exhibits.B17.exercise,
  B18: exhibits.B18.exercise,
  B19: exhibits.B19.exercise,
  B21: exhibits.B21.exercise,
  B22: exhibits.B22.exercise,
  B23: exhibits.B23.exercise,
};

atAGlance(museum, 'museum');
