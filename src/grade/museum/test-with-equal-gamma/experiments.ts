import { mul } from '../../../autograd/index.js';
import { tally } from '../../hall/tally.js';
import type { LayerNormFunction } from '../../exercises/layer-norm/inputs.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import {
  betaFirst,
  bothFirst,
  firstBeta,
  firstGamma,
  givesBack,
  neither,
  noBeta,
  noGamma,
} from './mutants.js';
import { reference } from './tests.js';
import type { Test } from './tests.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes tests that can be trusted',
  'refuses the test with equal γ, printed or read',
  'refuses tests that are blind in one eye',
];

const withBessel: LayerNormFunction = (x, gamma, beta, eps) => {
  const C = x.shape[1];
  return reference(x, mul(gamma, Math.sqrt((C - 1) / C)), beta, eps);
};
const withItsOwnEps: LayerNormFunction = (x, gamma, beta) => reference(x, gamma, beta, 1e-5);
const withoutEps: LayerNormFunction = (x, gamma, beta) => reference(x, gamma, beta, 0);
const refusesAll = (test: Test, layers: readonly LayerNormFunction[]): boolean =>
  layers.every((layer) => !test(layer));

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Test>>[] = [
  {
    name: 'a right layer that is not right',
    says: 'The layer that you hand over as the right one is not: it divides by the deviation over n − 1, or so. layerNorm({ x, gamma, beta }, { eps }) is right.',
    caughtBy: believing,
    candidate: (test) => test(withBessel) && refusesAll(test, [firstGamma, firstBeta]),
  },
  {
    name: 'ε not handed on',
    says: 'Your right layer has an ε of its own, 1e-5 or so. Tests choose theirs, and then it is not right: hand it on, layerNorm({ x, gamma, beta }, { eps }).',
    caughtBy: believing,
    candidate: (test) => test(withItsOwnEps) && refusesAll(test, [firstGamma, firstBeta]),
  },
  {
    name: 'a wrong layer that is right',
    says: 'One of the layers that you hand over as wrong is right: good tests believe it. What does it do to γ and β that a LayerNorm does not?',
    caughtBy: believing,
    candidate: (test) => refusesAll(test, [reference]),
  },
  {
    name: 'ε asked for as well',
    says: 'You expect every test to notice ε. The question is γ and β: a test whose ε is 0 or tiny can be trusted with those.',
    caughtBy: believing,
    candidate: (test) => test(reference) && refusesAll(test, [firstGamma, firstBeta, withoutEps]),
  },
  {
    name: 'slips of every kind',
    says: 'You want a test to refuse layers whose slip is in ε as well, as some in the hall of notebook 04. The question is γ and β, and no test here refuses them all: hand over layers that go wrong in γ or β alone.',
    caughtBy: believing,
    candidate: (test) => tally(test).slips.length === 0,
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of tests that let a wrong layer pass. true is for tests that can be trusted.',
    caughtBy: believing,
    candidate: (test) => !(test(reference) && refusesAll(test, [firstGamma, firstBeta])),
  },
  {
    name: 'only a right layer',
    says: 'You hand over a right layer only. Every test that always says true passes that: hand over wrong ones.',
    caughtBy: refusing,
    candidate: (test) => test(reference),
  },
  {
    name: 'only a layer that is no LayerNorm',
    says: 'Your wrong layer is no LayerNorm at all, and that nearly every test notices. Hand over one that is right but for its γ, and one that is right but for its β.',
    caughtBy: refusing,
    candidate: (test) => test(reference) && refusesAll(test, [givesBack]),
  },
  {
    name: 'only layers that forget',
    says: 'Your wrong layers forget γ or β. Where all γ are 3 that shows; what does not show there is one γ for all features: hand over that.',
    caughtBy: refusing,
    candidate: (test) => test(reference) && refusesAll(test, [noGamma, noBeta]),
  },
  {
    name: 'both forgotten at once',
    says: 'Your wrong layer forgets γ and β at once, so a test that sees one of the two refuses it. Hand over layers that are wrong in one thing alone.',
    caughtBy: refusing,
    candidate: (test) => test(reference) && refusesAll(test, [neither]),
  },
  {
    name: 'only γ',
    says: 'Your wrong layers do something to γ, and none to β. A test can be blind there as well.',
    caughtBy: disguises,
    candidate: (test) => test(reference) && refusesAll(test, [firstGamma, noGamma]),
  },
  {
    name: 'only β',
    says: 'Your wrong layers do something to β, and none to γ. A test can be blind there as well.',
    caughtBy: disguises,
    candidate: (test) => test(reference) && refusesAll(test, [firstBeta, noBeta]),
  },
  {
    name: 'both mixed up at once',
    says: 'Your wrong layer uses the first γ and the first β at once, so a test that sees one of the two refuses it. Hand over one layer for each.',
    caughtBy: disguises,
    candidate: (test) => test(reference) && refusesAll(test, [bothFirst]),
  },
  {
    name: 'no right layer',
    says: 'You never hand over a right layer. A test that refuses everything refuses all wrong ones too.',
    caughtBy: disguises,
    candidate: (test) => refusesAll(test, [firstGamma, firstBeta, noGamma, noBeta]),
  },
];

/** A layer whose γ and β are random numbers of its own, one at a time. */
const withOthers = (which: 'gamma' | 'beta'): LayerNormFunction => {
  const drawn = (like: { readonly shape: readonly number[] }) => normals(`others ${which}`, like.shape);
  return (x, gamma, beta, eps) =>
    which === 'gamma' ? reference(x, drawn(gamma), beta, eps) : reference(x, gamma, drawn(beta), eps);
};

/** Experiments that do, each in its own way. */
export const rightExperiments: readonly RightVersion<Experiment<Test>>[] = [
  {
    name: 'one for all, one at a time',
    candidate: (test) => test(reference) && refusesAll(test, [firstGamma, firstBeta]),
  },
  {
    name: 'a hall of six',
    candidate: (test) =>
      test(reference) && refusesAll(test, [firstGamma, firstBeta, noGamma, noBeta, betaFirst, givesBack]),
  },
  {
    name: 'wrong ones first',
    candidate: (test: Test): boolean => {
      for (const layer of [noBeta, firstBeta, firstGamma]) if (test(layer)) return false;
      return test(reference) && test((...inputs) => mul(reference(...inputs), 1));
    },
  },
  {
    name: 'with other numbers, and one for all',
    candidate: (test) =>
      test(reference) && refusesAll(test, [withOthers('gamma'), withOthers('beta'), firstBeta, firstGamma]),
  },
];
