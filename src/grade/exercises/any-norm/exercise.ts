import type { Exercise } from '../../exercise.js';
import { anyNormChecks } from './checks.js';
import { rightAnyNorms } from './right.js';
import type { AnyNorm } from './right.js';
import { wrongAnyNorms } from './wrong.js';

/** E6.1: one function that is eight named norms. */
export const anyNormExercise: Exercise<AnyNorm> = {
  id: 'E6.1',
  title: 'One function, eight names',
  statement:
    "axes lists the axes along which the numbers of one statistic differ, counted from either end. If center is true, the mean over them is subtracted. If scale is 'rms', what is left is divided by √(mean of its squares + eps), over the same axes; if it is 'none', nothing is divided. The answer has the shape of x. No γ and β.",
  why: 'Eight names become one line of arithmetic, and a new paper becomes a choice of axes.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature: 'anyNorm(x: Tensor, { axes, center, scale, eps }: NormChoice): Tensor',
  hints: [
    'mean takes the list as it is: mean(x, { axis: axes, keepdims: true }).',
    'Give the first step a name, c: x less its mean, or x itself. Everything behind it speaks of c.',
    'The size is sqrt(add(mean(mul(c, c), together), eps)), with together = { axis: axes, keepdims: true }.',
  ],
  solution: `function anyNorm(x: Tensor, { axes, center, scale, eps }: NormChoice): Tensor {
  const together = { axis: axes, keepdims: true };
  const c = center ? sub(x, mean(x, together)) : x;
  if (scale === 'none') return c;
  return div(c, sqrt(add(mean(mul(c, c), together), eps)));
}`,
  checks: anyNormChecks,
  wrong: wrongAnyNorms,
  right: rightAnyNorms,
};
