/** Data of the exercise: gradient checks that are wrong, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import type { GradientCheck } from './asking.js';
import { centralDifferences, movedBy, reference, strictReference } from './right.js';

const [accepts, gross, components, broken, scales, fine] = [
  'accepts a right gradient',
  'refuses a gradient that is wrong everywhere',
  'looks at every component',
  'is not fooled by NaN or a wrong length',
  'judges small and large functions alike',
  'notices one part in a thousand',
];

type Vector = readonly number[];

const sizeOf = (...vectors: Vector[]): number => Math.max(0, ...vectors.flat().map(Math.abs));
const sum = (v: Vector): number => v.reduce((total, value) => total + value, 0);

/** A check with its own idea of when claimed and numeric gradient agree; lengths are compared. */
const agreeing =
  (agree: (claimed: Vector, numeric: Vector) => boolean): GradientCheck =>
  (f, gradient, x) => {
    const claimed = gradient([...x]);
    return claimed.length === x.length && agree(claimed, centralDifferences(f, x, 1e-5));
  };

/** A check with its own idea of the numeric gradient. */
const measuring =
  (numeric: (f: (x: number[]) => number, x: number[], claimed: Vector) => Vector): GradientCheck =>
  (f, gradient, x) => {
    const [claimed, measured] = [gradient([...x]), numeric(f, [...x], gradient([...x]))];
    const near = (value: number, i: number): boolean =>
      Math.abs(value - measured[i]) <= 1e-5 * sizeOf(claimed, measured);
    return claimed.length === x.length && claimed.every(near);
  };

const wrongDifferences: readonly WrongVersion<GradientCheck>[] = [
  {
    name: 'always false',
    says: 'Your check refuses every gradient. What would make it say true?',
    caughtBy: accepts,
    candidate: () => false,
  },
  {
    name: 'divided by h',
    says: 'You divide f(x + h) − f(x − h) by h. The two points lie 2h apart.',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, 1e-5).map((value) => 2 * value)),
  },
  {
    name: 'divided by 4h',
    says: 'Your slopes are half of what they should be. The two points x + h and x − h lie 2h apart, not 4h.',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, 1e-5).map((value) => value / 2)),
  },
  {
    name: 'the difference turned round',
    says: 'You subtract f(x + h) from f(x − h): the slope comes out with the other sign.',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, -1e-5).map((value) => -value)),
  },
  {
    name: 'never divided',
    says: 'You compare a difference of f with a slope. Divide it by the distance of the two points, 2h.',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, 1e-5).map((value) => 2e-5 * value)),
  },
  {
    name: 'brackets left out',
    says: 'You wrote / 2 * h, which divides by 2 and then multiplies by h. The distance wants brackets: / (2 * h).',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, 1e-5).map((value) => 1e-10 * value)),
  },
  {
    name: 'the same point twice',
    says: 'Both times you ask f at the same point, so the difference is 0. After const moved = x there is one list with two names: make a copy, [...x], or ask f before you move.',
    caughtBy: accepts,
    candidate: measuring((f, x) => x.map((_, i) => f(movedBy(x, i, 1e-5)) - f(movedBy(x, i, 1e-5)))),
  },
  {
    name: 'a step that is too large',
    says: 'Your step is so large that f bends on the way. The error of a central difference shrinks with h²: take h near 10⁻⁵.',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, 0.5)),
  },
  {
    name: 'a step that is too small',
    says: 'Your step is so small that x + h is x, or f(x + h) − f(x − h) has no digits left. Take h near 10⁻⁵.',
    caughtBy: accepts,
    candidate: measuring((f, x) => centralDifferences(f, x, 1e-18)),
  },
  {
    name: 'one side, as strict as two',
    says: 'You move to one side only, (f(x + h) − f(x)) / h, and ask for as many digits as two sides give. The error of one side is about h, not h²: move to both sides.',
    caughtBy: accepts,
    candidate: (f, gradient, x) => {
      const [claimed, here] = [gradient([...x]), f(x)];
      const near = (value: number, i: number): boolean => {
        const slope = (f(movedBy(x, i, 1e-5)) - here) / 1e-5;
        return Math.abs(slope - value) <= 1e-7 * Math.max(1, Math.abs(slope), Math.abs(value));
      };
      return claimed.length === x.length && claimed.every(near);
    },
  },
  {
    name: 'x is not put back',
    says: 'Each component is moved and stays there, so the next one is measured somewhere else. Put x back after each.',
    caughtBy: accepts,
    candidate: measuring((f, x) =>
      x.map((_, i) => {
        const [up, down] = [f(movedBy(x, i, 1e-5)), f(movedBy(x, i, -1e-5))];
        x[i] += 1e-2;
        return (up - down) / 2e-5;
      }),
    ),
  },
  {
    name: 'all components moved at once',
    says: 'You move all components together and measure one slope: the sum of the components. Move one at a time.',
    caughtBy: components,
    candidate: (f, gradient, x) => {
      const along = (t: number): number => f(x.map((value) => value + t));
      const [claimed, slope] = [gradient([...x]), (along(1e-5) - along(-1e-5)) / 2e-5];
      const near = Math.abs(sum(claimed) - slope) <= 1e-5 * sizeOf(claimed, [slope]);
      return claimed.length === x.length && near;
    },
  },
  {
    name: 'compared with itself',
    says: 'You compare the gradient with itself. The other side has to come from f.',
    caughtBy: gross,
    candidate: measuring((_, __, claimed) => claimed),
  },
];

const wrongComparisons: readonly WrongVersion<GradientCheck>[] = [
  {
    name: 'always true',
    says: 'Your check accepts every gradient. What would make it say false?',
    caughtBy: gross,
    candidate: () => true,
  },
  {
    name: 'accepts whatever it is',
    says: 'Your check measures the slopes of f and then says true to whatever is claimed. Where is what you measured compared, and what becomes of the comparison?',
    caughtBy: gross,
    candidate: (f, gradient, x) => {
      const claimed = gradient([...x]);
      const numeric = centralDifferences(f, x, 1e-5);
      return claimed.length === numeric.length && claimed.every(Number.isFinite);
    },
  },
  {
    name: 'zeros are trusted',
    says: 'A gradient that is 0 everywhere you accept without a look at f. It is right only where f is flat.',
    caughtBy: gross,
    candidate: (f, gradient, x) =>
      (gradient([...x]).length === x.length && gradient([...x]).every((value) => value === 0)) ||
      reference(f, gradient, x),
  },
  {
    name: 'a claimed 0 is left out',
    says: 'Where 0 is claimed you compare nothing. A claimed 0 is wrong wherever f has a slope.',
    caughtBy: gross,
    candidate: agreeing((a, b) =>
      a.every((value, i) => value === 0 || Math.abs(value - b[i]) <= 1e-5 * sizeOf(b)),
    ),
  },
  {
    name: 'signs are lost',
    says: 'You compare sizes without signs, so −g passes for g.',
    caughtBy: gross,
    candidate: agreeing((a, b) =>
      a.every((value, i) => Math.abs(Math.abs(value) - Math.abs(b[i])) <= 1e-5 * sizeOf(a, b)),
    ),
  },
  {
    name: 'no absolute value',
    says: 'You ask whether slope less claim is small, and a negative difference is below every tolerance: what is far too large passes. Take its size, Math.abs.',
    caughtBy: gross,
    candidate: agreeing((a, b) => a.every((value, i) => b[i] - value <= 1e-5 * sizeOf(a, b))),
  },
  {
    name: 'no absolute value, the other way round',
    says: 'You ask whether claim less slope is small, and a negative difference is below every tolerance: what is far too small passes. Take its size, Math.abs.',
    caughtBy: gross,
    candidate: agreeing((a, b) => a.every((value, i) => value - b[i] <= 1e-5 * sizeOf(a, b))),
  },
  {
    name: 'only the direction',
    says: 'You compare directions (the cosine), so 2g passes for g. Compare the numbers.',
    caughtBy: gross,
    candidate: agreeing((a, b) => {
      const dot = (u: Vector, v: Vector): number => sum(u.map((value, i) => value * v[i]));
      return dot(a, b) >= (1 - 1e-9) * Math.sqrt(dot(a, a) * dot(b, b)) && (sizeOf(a) > 0 || sizeOf(b) === 0);
    }),
  },
  {
    name: 'only the lengths of the vectors',
    says: 'You compare the two norms. Vectors of one length can point anywhere: take the norm of the difference.',
    caughtBy: gross,
    candidate: agreeing((a, b) => {
      const norm = (v: Vector): number => Math.sqrt(sum(v.map((value) => value * value)));
      return Math.abs(norm(a) - norm(b)) <= 1e-5 * (norm(a) + norm(b));
    }),
  },
  {
    name: 'only the first component',
    says: 'You look at the first component alone. Is there a return inside the loop?',
    caughtBy: components,
    candidate: agreeing((a, b) => Math.abs(a[0] - b[0]) <= 1e-5 * sizeOf(a, b)),
  },
  {
    name: 'only the last component',
    says: 'You look at the last component alone. Does each round of the loop overwrite what the one before found?',
    caughtBy: components,
    candidate: agreeing((a, b) => Math.abs(a[a.length - 1] - b[b.length - 1]) <= 1e-5 * sizeOf(a, b)),
  },
  {
    name: 'the last component is left out',
    says: 'The last component is never compared. Where does the loop end?',
    caughtBy: gross,
    candidate: agreeing((a, b) =>
      a.slice(0, -1).every((value, i) => Math.abs(value - b[i]) <= 1e-5 * sizeOf(a, b)),
    ),
  },
  {
    name: 'one good component is enough',
    says: 'One component that agrees is enough for you (some). All have to agree (every).',
    caughtBy: components,
    candidate: agreeing((a, b) => a.some((value, i) => Math.abs(value - b[i]) <= 1e-5 * sizeOf(a, b))),
  },
  {
    name: 'sums are compared',
    says: 'You compare the sum of one gradient with the sum of the other. Numbers that are wrong in opposite ways have the right sum: compare each.',
    caughtBy: components,
    candidate: agreeing((a, b) => Math.abs(sum(a) - sum(b)) <= 1e-5 * sizeOf(a, b)),
  },
  {
    name: 'relative errors cancel',
    says: 'You add up relative errors with their signs, so one too large and one too small cancel. Take their sizes.',
    caughtBy: components,
    candidate: agreeing(
      (a, b) =>
        Math.abs(
          sum(a.map((value, i) => (value - b[i]) / Math.max(Math.abs(value), Math.abs(b[i]), 1e-12))),
        ) <= 1e-5,
    ),
  },
  {
    name: 'errors cancel',
    says: 'You add up errors with their signs, so one too large and one too small cancel. Take sizes, or squares.',
    caughtBy: components,
    candidate: agreeing(
      (a, b) => Math.abs(sum(a.map((value, i) => (value - b[i]) * (i % 2 ? 2 : 1)))) <= 1e-5 * sizeOf(a, b),
    ),
  },
  {
    name: 'in any order',
    says: 'You compare the sorted components, so exchanged ones pass. Component i belongs to xᵢ.',
    caughtBy: components,
    candidate: agreeing((a, b) => {
      const [sorted, others] = [a, b].map((v) => [...v].sort((left, right) => left - right));
      return sorted.every((value, i) => Math.abs(value - others[i]) <= 1e-5 * sizeOf(a, b));
    }),
  },
  {
    name: 'NaN passes',
    says: 'You return false where the error is large, and NaN is never larger than anything. Ask whether the error is small, or for Number.isFinite.',
    caughtBy: broken,
    candidate: agreeing((a, b) => !a.some((value, i) => Math.abs(value - b[i]) > 1e-5 * sizeOf(b))),
  },
  {
    name: 'infinity passes',
    says: 'You measure the error beside the claim itself, and infinity beside infinity is allowed everything. Is every claimed number finite?',
    caughtBy: broken,
    candidate: agreeing((a, b) =>
      a.every((value, i) => Math.abs(value - b[i]) <= 1e-5 * Math.max(Math.abs(value), sizeOf(b))),
    ),
  },
  {
    name: 'lengths are not compared',
    says: 'You go through the gradient as far as it reaches, so one that is too short, or empty, passes. Compare the lengths first.',
    caughtBy: broken,
    candidate: (f, gradient, x) => {
      const [claimed, numeric] = [gradient([...x]), centralDifferences(f, x, 1e-5)];
      return claimed.every(
        (value, i) => i >= x.length || Math.abs(value - numeric[i]) <= 1e-5 * sizeOf(numeric),
      );
    },
  },
  {
    name: 'a component too many passes',
    says: 'You go through x and compare as many components as it has; a longer gradient passes. Compare the lengths first.',
    caughtBy: broken,
    candidate: (f, gradient, x) => reference(f, (at) => gradient(at).slice(0, x.length), x),
  },
  {
    name: 'an absolute tolerance',
    says: 'You allow the same error whatever the size of the gradient: too much for small functions, too little for large ones. Divide by the size.',
    caughtBy: scales,
    candidate: agreeing((a, b) => a.every((value, i) => Math.abs(value - b[i]) <= 1e-6)),
  },
  {
    name: 'a slope of 0 is left out',
    says: 'Where f does not change you compare nothing, whatever is claimed. There 0 has to be claimed.',
    caughtBy: scales,
    candidate: agreeing((a, b) =>
      a.every((value, i) => b[i] === 0 || Math.abs(value - b[i]) <= 1e-5 * sizeOf(b)),
    ),
  },
  {
    name: 'zero beside zero',
    says: 'Where both gradients are 0 you divide 0 by 0, and NaN is not small. Nothing differs there.',
    caughtBy: scales,
    candidate: agreeing((a, b) =>
      a.every((value, i) => Math.abs(value - b[i]) / (Math.abs(value) + Math.abs(b[i])) <= 1e-5),
    ),
  },
  {
    name: 'a tolerance that is too wide',
    says: 'A gradient that is off by a thousandth passes: your tolerance is wider than that. Central differences are good to eight digits or so.',
    caughtBy: fine,
    candidate: agreeing((a, b) => a.every((value, i) => Math.abs(value - b[i]) <= 1e-2 * sizeOf(b))),
  },
  {
    name: 'input changed',
    says: 'After your check x is not what it was. Put the number itself back (keep it in a variable): x + h − h is not always x. Or change a copy.',
    caughtBy: 'leaves x as it was',
    candidate: (f, gradient, x) => {
      const verdict = strictReference(f, gradient, x);
      for (let i = 0; i < x.length; i++) x[i] = x[i] + 1e-5 - 2e-5 + 1e-5;
      return verdict;
    },
  },
];

/** From the difference quotient to what a function does beside. */
export const wrongGradientChecks: readonly WrongVersion<GradientCheck>[] = [
  ...wrongDifferences,
  ...wrongComparisons,
];
