/** Data of the exercise: gradient checks that go wrong where components differ in size, or x is 0 or huge; and what they are told. */
import type { WrongVersion } from '../../exercise.js';
import { stream } from '../../../tensor/random.js';
import type { GradientCheck } from './asking.js';
import { movedBy, strictReference } from './right.js';

const [accepts, scales, apart, places] = [
  'accepts a right gradient',
  'judges small and large functions alike',
  'judges each component by its own size',
  'finds its step wherever x is',
];

interface Measured {
  readonly claimed: readonly number[];
  readonly slopes: readonly number[];
  /** What rounding leaves in a slope. */
  readonly rounding: readonly number[];
}

const stepAt = (value: number): number => 1e-5 * Math.max(1, Math.abs(value));

/** A check that steps as it should, with its own idea of when claimed and measured slopes agree. */
const agreeing =
  (agree: (measured: Measured, f: (x: number[]) => number, x: readonly number[]) => boolean): GradientCheck =>
  (f, gradient, x) => {
    const claimed = gradient([...x]);
    if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
    const pairs = x.map((value, i) => [1, -1].map((sign) => f(movedBy(x, i, sign * stepAt(value)))));
    const slopes = pairs.map(([up, down], i) => (up - down) / (2 * stepAt(x[i])));
    const rounding = pairs.map((pair, i) => (1e-15 * Math.max(...pair.map(Math.abs))) / stepAt(x[i]));
    return agree({ claimed, slopes, rounding }, f, x);
  };

/** The same, component by component: which errors it forgives. */
const forgiving = (
  forgives: (error: number, slope: number, claimed: number, rounding: number) => boolean,
): GradientCheck =>
  agreeing(({ claimed, slopes, rounding }) =>
    claimed.every((value, i) => forgives(Math.abs(value - slopes[i]), slopes[i], value, rounding[i])),
  );

/** A step of its own. */
const stepping =
  (step: (x: number) => number): GradientCheck =>
  (f, gradient, x) => {
    const claimed = gradient([...x]);
    if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
    return x.every((value, i) => {
      const h = step(value);
      if (h === 0) return true;
      const [up, down] = [f(movedBy(x, i, h)), f(movedBy(x, i, -h))];
      const slope = (up - down) / (2 * h);
      return Math.abs(claimed[i] - slope) <= 1e-5 * Math.abs(slope) + 1e-8;
    });
  };

const norm = (v: readonly number[]): number =>
  Math.sqrt(v.reduce((total, value) => total + value * value, 0));

/** Slopes along four directions, each of which moves all components. */
const directions: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
  const random = stream('directions of a gradient check', 1);
  return Array.from({ length: 4 }).every(() => {
    const v = x.map(() => random.normal());
    const along = (t: number): number => f(x.map((value, i) => value + t * stepAt(value) * v[i]));
    const numeric = (along(1) - along(-1)) / 2;
    const terms = claimed.map((value, i) => value * v[i] * stepAt(x[i]));
    const size = terms.reduce((total, term) => total + Math.abs(term), Math.abs(numeric));
    return Math.abs(terms.reduce((total, term) => total + term, 0) - numeric) <= 1e-5 * size + 1e-15;
  });
};

export const subtlerWrongGradientChecks: readonly WrongVersion<GradientCheck>[] = [
  {
    name: 'the gradient at another point',
    says: 'You ask for the gradient at another point than x, and compare it with slopes at x. Hand it x as it is.',
    caughtBy: accepts,
    candidate: (f, gradient, x) => strictReference(f, (at) => gradient(at.map((value) => value + 1e-4)), x),
  },
  {
    name: 'hidden behind the largest',
    says: 'You measure every error beside the largest component, and a small component may be anything. Measure each beside its own.',
    caughtBy: apart,
    candidate: agreeing(({ claimed, slopes }) => {
      const size = Math.max(...slopes.map(Math.abs));
      return claimed.every((value, i) => Math.abs(value - slopes[i]) <= 1e-5 * size);
    }),
  },
  {
    name: 'by norms',
    says: 'You compare norms: the norm of the error beside that of the gradient. A small component disappears in both. Measure each by itself.',
    caughtBy: apart,
    candidate: agreeing(({ claimed, slopes }) => {
      const error = norm(claimed.map((value, i) => value - slopes[i]));
      return error <= 1e-6 * (norm(claimed) + norm(slopes));
    }),
  },
  {
    name: 'a few directions',
    says: 'You measure slopes along directions that move several components. A small component disappears in such a sum. Move one at a time.',
    caughtBy: apart,
    candidate: directions,
  },
  {
    name: 'a floor under the tolerance',
    says: 'You forgive any error below a fixed number. Where the whole gradient is of that size, anything passes. What may be forgiven depends on f and h: |f| · 10⁻¹⁶ / h.',
    caughtBy: apart,
    candidate: forgiving((error, slope) => error <= 1e-6 * Math.abs(slope) + 5e-6),
  },
  {
    name: 'a tolerance by the value of f',
    says: 'You forgive an error in proportion to the value of f. A gradient can be small where f is large: measure it beside the slope.',
    caughtBy: apart,
    candidate: agreeing(({ claimed, slopes }, f, x) => {
      const size = Math.abs(f([...x]));
      return claimed.every((value, i) => Math.abs(value - slopes[i]) <= 1e-5 * (Math.abs(slopes[i]) + size));
    }),
  },
  {
    name: 'compared after rounding',
    says: 'You round both gradients to a fixed number of places and compare what is left: of small numbers, nothing. Compare them as they are.',
    caughtBy: apart,
    candidate: forgiving((_, slope, claimed, rounding) => {
      const places = (value: number): number => Number(value.toFixed(4));
      return Math.abs(places(claimed) - places(slope)) <= 1e-5 * Math.abs(slope) + rounding;
    }),
  },
  {
    name: 'a small slope is left out',
    says: 'Where the slope is small you compare nothing, whatever is claimed. A slope of nearly 0 is a claim like any other.',
    caughtBy: scales,
    candidate: forgiving(
      (error, slope, _, rounding) => Math.abs(slope) < 1e-4 || error <= 1e-6 * Math.abs(slope) + rounding,
    ),
  },
  {
    name: 'a step in proportion to x',
    says: 'Your step is a fraction of x, and where x is 0 there is no step. Take one in proportion to max(1, |x|).',
    caughtBy: places,
    candidate: stepping((x) => 1e-5 * Math.abs(x)),
  },
  {
    name: 'one step for every x',
    says: 'Your step is the same at 1 and at a million, and there it is lost in the rounding of f. Take one in proportion to max(1, |x|).',
    caughtBy: places,
    candidate: stepping(() => 1e-6),
  },
];
