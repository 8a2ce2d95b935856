/** What E4.1 asks beside the exercise over arrays: a floor under the tolerance, and one no higher than rounding. */
import { ask, question } from '../../arrays/gradient-check/asking.js';
import type { GradientCheck } from '../../arrays/gradient-check/asking.js';
import { casesFor } from '../../arrays/gradient-check/cases.js';
import type { Case } from '../../arrays/gradient-check/cases.js';
import { centralDifferences } from '../../arrays/gradient-check/right.js';
import { Failure } from '../../exercise.js';
import type { Check, WrongVersion } from '../../exercise.js';

const name = 'forgives what rounding leaves in a slope, and no more';

const agreeing =
  (near: (error: number, slope: number) => boolean): GradientCheck =>
  (f, gradient, x) => {
    const [claimed, slopes] = [gradient([...x]), centralDifferences(f, x, 1e-5)];
    return (
      claimed.length === x.length && slopes.every((slope, i) => near(Math.abs(slope - claimed[i]), slope))
    );
  };

const noFloor: WrongVersion<GradientCheck> = {
  name: 'no floor',
  says: 'This gradient is right and was refused: f does not change with its first three numbers here, and rounding leaves a tiny slope all the same. Beside 0 every error is large, so forgive what rounding leaves, about 10⁻¹⁵ · |f| / h.',
  caughtBy: name,
  candidate: agreeing((error, slope) => error <= 1e-4 * Math.abs(slope)),
};

/** As section 7 of the notebook measures. */
const floorOfOne: WrongVersion<GradientCheck> = {
  name: 'a floor of 1',
  says: 'Here f is of the size of a millionth, and a wrong slope went unnoticed. Is there a fixed number below which you forgive every error, such as max(1, …)? It may be no larger than what rounding leaves, about 10⁻¹⁵ · |f| / h.',
  caughtBy: name,
  candidate: agreeing((error, slope) => error <= 1e-7 * Math.max(1, Math.abs(slope))),
};

/** Both go wrong about sizes alone. */
export const wrongAboutSizes: readonly WrongVersion<GradientCheck>[] = [noFloor, floorOfOne];

/** Where three of four slopes are 0: exactly so for f, but not for its rounded values. */
const bottom = [0.3, 0.7, 1.1];
const level: Case = {
  smooth: {
    text: 'x₀² − 0.6x₀ + x₁² − 1.4x₁ + x₂² − 2.2x₂ + 3x₃',
    f: (x) => bottom.reduce((sum, at, i) => sum + x[i] * x[i] - 2 * at * x[i], 3 * x[3]),
    gradient: (x) => [...bottom.map((at, i) => 2 * (x[i] - at)), 3],
  },
  x: [...bottom, 1],
  claim: 'right',
  claimed: () => [0, 0, 0, 3],
  right: true,
};

/** A slope of 0, then the questions of the other checks about a function a million times smaller. */
export const sizes: Check<GradientCheck> = {
  name,
  points: 10,
  run(candidate, seed = 0) {
    const { right, gross, fine } = casesFor(seed);
    for (const item of [level, ...[...right, ...gross, ...fine].map(smaller)]) {
      const { verdict } = ask(candidate, item);
      if (verdict === item.right) continue;
      const shown = question(item, String(verdict));
      if (item === level) throw new Failure(noFloor.name, noFloor.says, shown);
      if (!item.right) throw new Failure(floorOfOne.name, floorOfOne.says, shown);
      throw new Failure(
        'a right gradient refused',
        'This gradient is right and was refused: f is of the size of a millionth here, and so are its slopes. An error counts beside the slope it belongs to.',
        shown,
      );
    }
  },
};

function smaller({ smooth: { text, f, gradient }, claimed, ...rest }: Case): Case {
  const times = (values: readonly number[]): number[] => values.map((value) => 1e-6 * value);
  const smooth = {
    text: `0.000001·(${text})`,
    f: (x: readonly number[]) => 1e-6 * f(x),
    gradient: (x: readonly number[]) => times(gradient(x)),
  };
  return { ...rest, smooth, claimed: (x) => times(claimed(x)) };
}
