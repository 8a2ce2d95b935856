import type { Exercise } from '../../exercise.js';
import { hessiansChecks } from './checks.js';
import type { HessianTimes } from './inputs.js';
import { rightHessians } from './right.js';
import { wrongHessians } from './wrong.js';

/** E3.7: the Hessian of a loss, times a direction. */
export const hessianTimesExercise: Exercise<HessianTimes> = {
  id: 'E3.7',
  title: 'The gradient of the gradient',
  statement:
    'Write how dx changes if x moves along v: the Hessian of the loss, times v. It has the shape of x, and it is found without nudging.',
  why: 'Methods with curvature and penalties on gradients ask for it, and nobody can keep a whole Hessian.',
  difficulty: 3,
  importance: 2,
  minutes: 6,
  signature: 'hessianTimes(loss: (x: Tensor) => Tensor, x: Tensor, v: Tensor): Tensor',
  hints: [
    'gradient(loss(x), [x], { createGraph: true }) gives a list with one tensor.',
    'sum(mul(dx, v)) is the one number. It was made from dx, and dx from x.',
    'Take the gradient of that number by x, with gradient(…, [x]), and give back the first tensor of the list.',
  ],
  solution: `function hessianTimes(loss: (x: Tensor) => Tensor, x: Tensor, v: Tensor): Tensor {
  const [dx] = gradient(loss(x), [x], { createGraph: true });
  return gradient(sum(mul(dx, v)), [x])[0];
}`,
  checks: hessiansChecks,
  wrong: wrongHessians,
  right: rightHessians,
};
