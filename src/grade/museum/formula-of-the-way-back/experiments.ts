import { centre, dot, sum } from '../../arrays/statistics.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart } from '../damage.js';
import { agrees, dy, eps, gamma, numeric, ones, slopeAlong, unit, x } from './differences.js';
import { equation8 } from './layers.js';
import type { WayBack } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes ways back that are right',
  'refuses the published formula',
  'refuses other wrong ways back',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<WayBack>>[] = [
  {
    name: 'another γ there and back',
    says: 'Your forward pass leaves out γ and the way back is handed one. Both must be of the same function: y = γ x̂.',
    caughtBy: believing,
    candidate: (wayBack) => apart(wayBack(x, gamma, dy, eps), numeric(ones)) < 1e-6,
  },
  {
    name: 'slopes of something else',
    says: 'Your experiment refuses every way back, right ones too, so its own slopes must be off. Is your loss Σ dy·γ·x̂, with the same dy, γ and ε on both sides? And do you go to both sides, by about 10⁻⁵?',
    caughtBy: believing,
    candidate: (wayBack: WayBack): boolean => {
      const slopes = x.map((_, i) => slopeAlong(unit(i), gamma, dy, 1e-14));
      return apart(wayBack(x, gamma, dy, eps), slopes) < 1e-6;
    },
  },
  {
    name: 'another dy there and back',
    says: 'Your loss leaves out dy and the way back is handed one. Both must be of the same loss: Σ dy·y.',
    caughtBy: believing,
    candidate: (wayBack) => apart(wayBack(x, gamma, dy, eps), numeric(gamma, ones)) < 1e-6,
  },
  {
    name: 'another ε there and back',
    says: 'Your forward pass has an ε of 1e-5, whatever ε you hand to the way back. Hand both the same.',
    caughtBy: believing,
    candidate: (wayBack) => apart(wayBack(x, gamma, dy, 1), equation8(x, gamma, dy, 1e-5)) < 1e-6,
  },
  {
    name: 'divided by h',
    says: 'Your slopes are twice what they should be: x + h and x − h lie 2h apart, so divide by 2h.',
    caughtBy: believing,
    candidate: (wayBack) =>
      apart(
        wayBack(x, gamma, dy, eps),
        numeric().map((slope) => 2 * slope),
      ) < 1e-6,
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the formula and the differences disagree. True is for formulas that are right.',
    caughtBy: believing,
    candidate: (wayBack) => !agrees(wayBack, 1e-6),
  },
  {
    name: 'only the length',
    says: 'You look how many numbers come back. C numbers come back from wrong formulas as well.',
    caughtBy: refusing,
    candidate: (wayBack) => wayBack(x, gamma, dy, eps).length === x.length,
  },
  {
    name: 'a tolerance as large as the gradient',
    says: 'You let formulas pass that are off by a tenth or more. The gradient of a wide row is small, about γ/σ: ask for a few digits of it.',
    caughtBy: refusing,
    candidate: (wayBack) =>
      wayBack(x, gamma, dy, eps).every((value, i) => Math.abs(value - numeric()[i]) < 5),
  },
  {
    name: 'errors without their size',
    says: 'You ask whether the difference is below a limit. An entry that is far too low has a negative one, and that is below every limit: take Math.abs.',
    caughtBy: disguises,
    candidate: (wayBack) => wayBack(x, gamma, dy, eps).every((value, i) => value - numeric()[i] < 1e-6),
  },
  {
    name: 'only the first number',
    says: 'You compare the first entry of dx and no other. The rest of it may be anything: compare every entry.',
    caughtBy: disguises,
    candidate: (wayBack) => Math.abs(wayBack(x, gamma, dy, eps)[0] - numeric()[0]) < 1e-6,
  },
  {
    name: 'two laws of dx',
    says: 'You see that dx adds up to 0 and has no part along x̂. So does the right dx for any other γ and dy, and any multiple of it: compare with differences.',
    caughtBy: disguises,
    candidate: (wayBack: WayBack): boolean => {
      const dx = wayBack(x, gamma, dy, eps);
      return Math.abs(sum(dx)) < 1e-6 && Math.abs(dot(dx, centre(x))) < 1e-2;
    },
  },
  {
    name: 'γ and dy of ones',
    says: 'With γ and dy of ones the loss is the sum of x̂, which is 0 whatever x is: its gradient is 0, and so is that of many wrong formulas. Draw both at random.',
    caughtBy: disguises,
    candidate: (wayBack) => agrees(wayBack, 1e-6, ones, ones),
  },
  {
    name: 'γ of ones',
    says: 'Your γ is 1 everywhere, and forgetting to multiply by 1 changes nothing. Draw γ at random.',
    caughtBy: disguises,
    candidate: (wayBack) => agrees(wayBack, 1e-6, ones),
  },
  {
    name: 'only that it adds up to 0',
    says: 'You see that the entries of dx add up to 0. They must, since adding a number to x changes nothing; but so do those of formulas that leave out the variance. Compare with differences.',
    caughtBy: disguises,
    candidate: (wayBack) => Math.abs(sum(wayBack(x, gamma, dy, eps))) < 1e-9,
  },
  {
    name: 'only the direction',
    says: 'You compare directions. A gradient that is divided once too often points the right way and has the wrong length.',
    caughtBy: disguises,
    candidate: (wayBack: WayBack): boolean => {
      const [dx, n] = [wayBack(x, gamma, dy, eps), numeric()];
      return dot(dx, n) > 0.99 * Math.sqrt(dot(dx, dx) * dot(n, n));
    },
  },
];
