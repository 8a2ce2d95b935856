/** What E4.1 asks beside the exercise over arrays: a floor under the tolerance that is no higher than rounding. */
import { ask, question } from '../../arrays/gradient-check/asking.js';
import type { GradientCheck } from '../../arrays/gradient-check/asking.js';
import { casesFor } from '../../arrays/gradient-check/cases.js';
import type { Case } from '../../arrays/gradient-check/cases.js';
import { Failure } from '../../exercise.js';
import type { Check, WrongVersion } from '../../exercise.js';
import { centralDifferences } from '../../arrays/gradient-check/right.js';

const name = 'sees an error in the slopes of a millionth';

/** As section 7 of the notebook measures, with a floor that hides whatever is small. */
export const floorOfOne: WrongVersion<GradientCheck> = {
  name: 'a floor of 1',
  says: 'Here f is of the size of a millionth, and a wrong slope went unnoticed. Is there a fixed number below which you forgive every error, such as max(1, …)? It may be no larger than what rounding leaves in a slope, about 10⁻¹⁵ · |f| / h.',
  caughtBy: name,
  candidate: (f, gradient, x) => {
    const [claimed, slopes] = [gradient([...x]), centralDifferences(f, x, 1e-5)];
    return (
      claimed.length === x.length &&
      slopes.every((slope, i) => Math.abs(slope - claimed[i]) <= 1e-7 * Math.max(1, Math.abs(slope)))
    );
  },
};

/** The questions of the other checks about a function a million times smaller. */
export const millionths: Check<GradientCheck> = {
  name,
  points: 10,
  run(candidate, seed = 0) {
    const { right, gross, fine } = casesFor(seed);
    for (const item of [...right, ...gross, ...fine].map(smaller)) {
      const { verdict } = ask(candidate, item);
      if (verdict === item.right) continue;
      const shown = question(item, String(verdict));
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
