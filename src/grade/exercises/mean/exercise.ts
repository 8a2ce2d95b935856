import type { Exercise } from '../../exercise.js';
import { meansChecks } from './checks.js';
import { rightMeans } from './right.js';
import type { MeanFunction } from './right.js';
import { wrongMeans } from './wrong.js';

/** E0.1: the mean along an axis. */
export const meanExercise: Exercise<MeanFunction> = {
  id: 'E0.1',
  title: 'The mean along an axis',
  statement:
    "The library's mean does it already; here you build it from sum and div. Axis −1 must work, and so must keepdims.",
  why: 'Every normalization begins with a mean along the right axis. Most mistakes in this course are means along a wrong one.',
  difficulty: 1,
  importance: 3,
  minutes: 4,
  signature: 'mean(x: Tensor, axis: number, keepdims: boolean): Tensor',
  hints: [
    'A mean is a sum divided by a count. sum(x, { axis, keepdims }) is the sum.',
    'The count is the length of that axis: x.shape[axis], if axis is not negative.',
    'x.shape.at(axis) counts from the end for a negative axis; write ?? 1 behind it to promise TypeScript a number.',
  ],
  solution: `function myMean(x: Tensor, axis: number, keepdims: boolean): Tensor {
  return div(sum(x, { axis, keepdims }), x.shape.at(axis) ?? 1);
}`,
  checks: meansChecks,
  wrong: wrongMeans,
  right: rightMeans,
};
