import type { Exercise } from '../../exercise.js';
import { centringsChecks } from './checks.js';
import { rightCentrings } from './right.js';
import type { CentreFunction } from './right.js';
import { wrongCentrings } from './wrong.js';

/** E0.2: a function that ignores its argument. */
export const centreRowExercise: Exercise<CentreFunction> = {
  id: 'E0.2',
  title: 'The argument that is ignored',
  statement:
    'This function should subtract from each row its own mean. It looks right, and on one tensor it is right. Run it, let the check try it on something else, and mend it.',
  why: 'A published LayerNorm lesson has this very mistake, and every test its author made passed.',
  difficulty: 1,
  importance: 3,
  minutes: 3,
  signature: 'centreRow(input: Tensor): Tensor',
  hints: [
    'Which name stands in the brackets after centreRow, and which names stand in the line below?',
    'The line reads x, the tensor of section 3. A function should read its argument.',
    'Two names have to change.',
  ],
  solution: `function centreRow(input: Tensor): Tensor {
  return sub(input, mean(input, { axis: -1, keepdims: true }));
}`,
  checks: centringsChecks,
  wrong: wrongCentrings,
  right: rightCentrings,
};
