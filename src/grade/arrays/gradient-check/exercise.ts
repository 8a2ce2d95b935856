import type { Exercise } from '../../exercise.js';
import type { GradientCheck } from './asking.js';
import { strictGradientCheckChecks } from './checks.js';
import { strictRightGradientChecks } from './right.js';
import { subtlerWrongGradientChecks } from './subtler.js';
import { wrongGradientChecks } from './wrong.js';

/** A gradient check over plain arrays. */
export const gradientCheckOverArrays: Exercise<GradientCheck> = {
  id: 'gradient-check',
  title: 'A gradient check',
  statement:
    'Write the check that compares a claimed gradient with f itself: true where gradient(x) is the gradient of f at x, false where it is not. x has one to six components. f is smooth, its values reach from 10⁻⁶ to 10⁷; those of x reach to 10⁶, and may be 0; where a component of x is large, f bends only over distances as large. Each component counts by itself: an error of one part in a thousand of its own size has to be noticed, also where another component is a million times larger, wherever the sixteen digits of f let it be seen. A gradient with NaN or infinity or of the wrong length is false, never an error. Leave x as it was, and ask f no more than a thousand times for each component.',
  why: 'Whoever derives a gradient needs it, and a check that lets mistakes pass is worse than none.',
  difficulty: 2,
  importance: 3,
  minutes: 15,
  signature:
    'gradientCheck(f: (x: number[]) => number, gradient: (x: number[]) => number[], x: number[]): boolean',
  exportName: 'gradientCheck',
  hints: [
    'One component of x at a time: how fast does f change when only that one moves?',
    'Both sides: (f(x + h) − f(x − h)) / 2h, with h near 10⁻⁵, or as much larger as |x| is larger than 1. What do you compare it with?',
    'Compare lengths first. Then every error is at most 10⁻⁵ times the size of that component, and a little more for the rounding of f, 10⁻¹⁰·|f|; with ≤ rather than with >: NaN is neither.',
  ],
  solution: `export function gradientCheck(
  f: (x: number[]) => number,
  gradient: (x: number[]) => number[],
  x: number[],
): boolean {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length) return false;
  return x.every((value, i) => {
    const h = 1e-5 * Math.max(1, Math.abs(value));
    const at = (step: number) => f(x.map((v, k) => (k === i ? v + step : v)));
    const [up, down] = [at(h), at(-h)];
    const slope = (up - down) / (2 * h);
    const rounding = 1e-10 * Math.abs(up); // the sixteenth digit of f, divided by h
    return Math.abs(claimed[i] - slope) <= 1e-5 * Math.abs(slope) + rounding;
  });
}`,
  checks: strictGradientCheckChecks,
  wrong: [...wrongGradientChecks, ...subtlerWrongGradientChecks],
  right: strictRightGradientChecks,
};
