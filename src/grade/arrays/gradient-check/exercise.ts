import type { Exercise } from '../../exercise.js';
import type { GradientCheck } from './asking.js';
import { gradientCheckChecks } from './checks.js';
import { rightGradientChecks } from './right.js';
import { wrongGradientChecks } from './wrong.js';

/** A gradient check over plain arrays. */
export const gradientCheckOverArrays: Exercise<GradientCheck> = {
  id: 'gradient-check',
  title: 'A gradient check',
  statement:
    'Write the check that compares a claimed gradient with f itself: true where gradient(x) is the gradient of f at x, false where it is not. f is smooth, its values reach from 10⁻⁶ to 10⁶, x has one to six components. An error of one part in a thousand has to be noticed; a gradient with NaN or of the wrong length is false, never an error. Leave x as it was, and ask f no more than a few times for each component.',
  why: 'Whoever derives a gradient needs it, and a check that lets mistakes pass is worse than none.',
  difficulty: 2,
  importance: 3,
  minutes: 15,
  signature:
    'gradientCheck(f: (x: number[]) => number, gradient: (x: number[]) => number[], x: number[]): boolean',
  exportName: 'gradientCheck',
  hints: [
    'Move one component of x at a time, a little up and a little down. What is the slope between the two?',
    'h near 10⁻⁵ is neither so large that f bends nor so small that the digits of f run out.',
    'Compare the largest difference of components with 10⁻⁵ times the largest component, with ≤ rather than with >: NaN is neither.',
  ],
  solution: `export function gradientCheck(
  f: (x: number[]) => number,
  gradient: (x: number[]) => number[],
  x: number[],
): boolean {
  const h = 1e-5;
  const claimed = gradient([...x]);
  if (claimed.length !== x.length) return false;
  const moved = (i: number, step: number) => x.map((value, k) => (k === i ? value + step : value));
  const numeric = x.map((_, i) => (f(moved(i, h)) - f(moved(i, -h))) / (2 * h));
  const size = Math.max(...numeric.map(Math.abs));
  return claimed.every((value, i) => Math.abs(value - numeric[i]) <= 1e-5 * size);
}`,
  checks: gradientCheckChecks,
  wrong: wrongGradientChecks,
  right: rightGradientChecks,
};
