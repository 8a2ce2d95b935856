import { centre, dot, meanSquare, sum } from '../../arrays/statistics.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import { equation8 } from './layers.js';
import type { WayBack } from './layers.js';

const drawn = (seed: number, C: number, mean = 0, deviation = 1): number[] => [
  ...normals('way back', [C], { seed, mean, deviation }).data,
];
const [x, gamma, dy, eps] = [drawn(1, 6, 2, 3), drawn(2, 6, 1), drawn(3, 6), 1e-3];
const ones = x.map(() => 1);

/** Σ dyᵢ · yᵢ for y = γ x̂. */
const loss = (at: readonly number[], scale = gamma, weights = dy): number => {
  const centred = centre(at);
  const deviation = Math.sqrt(meanSquare(centred) + eps);
  return sum(centred.map((value, i) => (weights[i] * scale[i] * value) / deviation));
};
const nudged = (u: readonly number[], t: number): number[] => x.map((value, i) => value + t * u[i]);
const slopeAlong = (u: readonly number[], scale = gamma, weights = dy, h = 1e-5): number =>
  (loss(nudged(u, h), scale, weights) - loss(nudged(u, -h), scale, weights)) / (2 * h);
const unit = (i: number): number[] => x.map((_, j) => (i === j ? 1 : 0));
const numeric = (scale = gamma, weights = dy): number[] =>
  x.map((_, i) => slopeAlong(unit(i), scale, weights));
const agrees = (wayBack: WayBack, tolerance: number, scale = gamma, weights = dy): boolean =>
  apart([...wayBack(x, scale, weights, eps), 1], [...numeric(scale, weights), 1]) <= tolerance;

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
    name: 'a step that is too small',
    says: 'Your step is so small that x + h hardly differs from x, and the difference of the two losses is rounding. Take h near 10⁻⁵.',
    caughtBy: believing,
    candidate: (wayBack: WayBack): boolean => {
      const slopes = x.map((_, i) => slopeAlong(unit(i), gamma, dy, 1e-14));
      return apart(wayBack(x, gamma, dy, eps), slopes) < 1e-6;
    },
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
    says: 'You allow an error larger than the gradient itself. The gradient of a wide row is small, about γ/σ: compare with its size.',
    caughtBy: refusing,
    candidate: (wayBack) =>
      wayBack(x, gamma, dy, eps).every((value, i) => Math.abs(value - numeric()[i]) < 5),
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

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<WayBack>>[] = [
  { name: 'number by number', candidate: (wayBack) => agrees(wayBack, 1e-6) },
  {
    name: 'along two random directions',
    candidate: (wayBack) =>
      [4, 5].every((seed) => {
        const u = drawn(seed, 6);
        return Math.abs(dot(wayBack(x, gamma, dy, eps), u) - slopeAlong(u)) < 1e-6;
      }),
  },
  {
    name: 'equation (8)',
    candidate: (wayBack) => apart(wayBack(x, gamma, dy, eps), equation8(x, gamma, dy, eps)) < 1e-9,
  },
  {
    name: 'one small step downhill, and what it should bring',
    candidate: (wayBack: WayBack): boolean => {
      const dx = wayBack(x, gamma, dy, eps);
      const gain = (loss(nudged(dx, 1e-4)) - loss(nudged(dx, -1e-4))) / 2e-4;
      const side = drawn(6, 6);
      return Math.abs(gain - dot(dx, dx)) < 1e-6 && Math.abs(slopeAlong(side) - dot(dx, side)) < 1e-6;
    },
  },
];
