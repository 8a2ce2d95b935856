import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { call } from '../../results.js';
import { bent, constant, identity, others, relu } from './inputs.js';
import type { DeviationFunction, Named } from './inputs.js';
import { checkNames } from './names.js';
import { deviation } from './right.js';
import { wrongDeviations } from './wrong.js';

const wide = 300;
/** Small ones too: whoever draws n numbers draws few there. */
const widths = [4, 10, wide];
/** Twenty thousand draws are off by a percent; no mistake is so near. */
const tolerance = 0.05;

/** From the most fundamental to the subtlest. */
export const deviationChecks: readonly Check<DeviationFunction>[] = [
  within(checkNames.identity, 20, [identity]),
  within(checkNames.relu, 25, [relu]),
  within(checkNames.tanh, 20, [bent]),
  within(checkNames.others, 25, others, [wide]),
  { name: checkNames.twice, points: 10, run: sameTwice },
];

function answer(candidate: DeviationFunction, n: number, { phi }: Named): number {
  const got = call(candidate, [n, phi]);
  if (typeof got === 'number') return got;
  throw new Failure(
    'not a number',
    'Your function should give back one number, the deviation of the weights.',
    {
      input: `n = ${n}`,
      expected: 'a number',
      got: got === undefined ? 'nothing' : typeof got,
    },
  );
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.abs(b);

/** A check that the answers for some activations are within a twentieth. */
function within(
  name: string,
  points: number,
  activations: readonly Named[],
  at: readonly number[] = widths,
): Check<DeviationFunction> {
  const cases = activations.flatMap((activation) => at.map((n) => ({ n, activation })));
  return {
    name,
    points,
    run(candidate) {
      const wrong = cases.find(
        ({ n, activation }) => !near(answer(candidate, n, activation), deviation(n, activation.phi)),
      );
      if (!wrong) return;
      const { n, activation } = wrong;
      const known = wrongDeviations.find(
        (version) => version.caughtBy === name && agrees(candidate, version.candidate),
      );
      throw new Failure(
        known?.name ?? 'another deviation',
        known?.says ??
          scattered(candidate) ??
          'The variance of a sum of n products is n · Var(w) · E[φ²]. Set it to 1 and solve for the deviation of w.',
        {
          input: `n = ${n}, φ(z) = ${activation.name}`,
          expected: `${deviation(n, activation.phi).toPrecision(3)}, give or take a twentieth`,
          got: answer(candidate, n, activation).toPrecision(3),
        },
      );
    },
  };
}

/** What is said to a right formula with too few draws: it is exact where nothing varies, and not far off elsewhere. */
function scattered(candidate: DeviationFunction): string | undefined {
  const off = (n: number, activation: Named): number =>
    Math.abs(answer(candidate, n, activation) / deviation(n, activation.phi) - 1);
  if (!widths.every((n) => off(n, constant) < 1e-9)) return undefined;
  const most = Math.max(...[identity, relu, bent, ...others].map((each) => off(wide, each)));
  return most < 0.25
    ? `Right idea, and too few draws: at n = ${wide} you are up to ${(100 * most).toFixed(0)} percent off. Twenty thousand draws, whatever n is, are off by one.`
    : undefined;
}

/** A deviation of a constant's variance, which is 0 but for rounding: infinite, or no number. */
const isLost = (value: number): boolean => !(Math.abs(value) < 1e3);

/** Whether two functions answer alike, as far as draws allow. */
function agrees(a: DeviationFunction, b: DeviationFunction): boolean {
  return [identity, relu, bent, ...others].every((activation) =>
    widths.every((n) => {
      const [x, y] = [answer(a, n, activation), answer(b, n, activation)];
      return (isLost(x) && isLost(y)) || Math.abs(x - y) <= 0.02 * Math.abs(y);
    }),
  );
}

function sameTwice(candidate: DeviationFunction): void {
  const [once, again] = [0, 1].map(() => answer(candidate, 64, bent));
  if (once === again) return;
  const known = wrongDeviations.find(({ caughtBy }) => caughtBy === checkNames.twice);
  throw new Failure(known?.name ?? '', known?.says ?? '', {
    input: `n = 64, φ(z) = ${bent.name}, twice`,
    expected: String(once),
    got: String(again),
  });
}
