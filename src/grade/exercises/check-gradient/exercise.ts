import { gradientCheckChecks } from '../../arrays/gradient-check/checks.js';
import type { GradientCheck } from '../../arrays/gradient-check/asking.js';
import { rightGradientChecks } from '../../arrays/gradient-check/right.js';
import { wrongGradientChecks } from '../../arrays/gradient-check/wrong.js';
import type { Exercise } from '../../exercise.js';
import { sizes, wrongAboutSizes } from './sizes.js';

/** The function the exercise asks for: it is handed the claimed gradient itself. */
export type CheckGradient = (f: (x: number[]) => number, x: number[], dx: number[]) => boolean;

/** The exercise over arrays is handed a function for the gradient; its questions and its mistakes are the same. */
const asked =
  (candidate: CheckGradient): GradientCheck =>
  (f, gradient, x) =>
    candidate(f, x, gradient([...x]));

const handed =
  (version: GradientCheck): CheckGradient =>
  (f, x, dx) =>
    version(f, () => [...dx], x);

/** E4.1: a gradient check of one's own. */
export const checkGradientExercise: Exercise<CheckGradient> = {
  id: 'E4.1',
  title: 'A gradient check of your own',
  statement:
    'dx is the gradient that somebody claims for f at x. Say true if it is, false if it is not, or is no gradient at all (NaN, infinity, a wrong length). f is smooth, its values reach from a millionth to a million, and an error of one part in a thousand has to be noticed at every size. Leave x as it was.',
  why: 'Whoever derives a gradient needs it, and a check that lets mistakes pass is worse than none.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature: 'gradCheck(f: (x: number[]) => number, x: number[], dx: number[]): boolean',
  hints: [
    'For each i: remember x[i], set it to x[i] + h, call f, set it to x[i] − h, call f, put the remembered number back.',
    'Putting it back by x[i] += h is not enough: adding and subtracting h may miss the last bit. Assign the remembered number.',
    'Return true only if dx is as long as x and every error is <= a tolerance times the slope, and a little more for rounding: about 1e-15 times the size of f, divided by h. With > NaN slips through.',
  ],
  solution: `function gradCheck(f: (x: number[]) => number, x: number[], dx: number[]): boolean {
  const h = 1e-5;
  return dx.length === x.length && x.every((before, i) => {
    x[i] = before + h;
    const above = f(x);
    x[i] = before - h;
    const below = f(x);
    x[i] = before;
    const slope = (above - below) / (2 * h);
    const rounding = 1e-15 * Math.abs(above) / h;
    return Math.abs(slope - dx[i]) <= 1e-4 * Math.abs(slope) + rounding;
  });
}`,
  checks: [...gradientCheckChecks, sizes].map((check) => ({
    ...check,
    run: (candidate, seed) => check.run(asked(candidate), seed),
  })),
  wrong: [...wrongGradientChecks, ...wrongAboutSizes].map((version) => ({
    ...version,
    candidate: handed(version.candidate),
  })),
  right: [
    ...rightGradientChecks.map((version) => ({ ...version, candidate: handed(version.candidate) })),
    { name: 'in place, with a floor for rounding', candidate: inPlace },
  ],
};

/** As the worked solution has it. */
function inPlace(f: (x: number[]) => number, x: number[], dx: number[]): boolean {
  const nearAt = (before: number, i: number): boolean => {
    x[i] = before + 1e-5;
    const above = f(x);
    x[i] = before - 1e-5;
    const below = f(x);
    x[i] = before;
    const slope = (above - below) / 2e-5;
    const rounding = (1e-15 * Math.abs(above)) / 1e-5;
    return Math.abs(slope - dx[i]) <= 1e-4 * Math.abs(slope) + rounding;
  };
  return dx.length === x.length && x.every(nearAt);
}
