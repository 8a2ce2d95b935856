import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { sub } from '../autograd/ops/sub.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor, tensor } from '../autograd/tensor.js';
import { stream } from '../tensor/random.js';
import { agrees, leavesAlone, readsItsArgument } from './comparison.js';
import type { Standard } from './comparison.js';
import type { Exercise, WrongVersion } from './exercise.js';

type CentreFunction = (x: Tensor) => Tensor;

const row = { axis: -1, keepdims: true };
const sentence = tensor([
  [0.2, 0.1, 0.3],
  [0.5, 0.1, 0.1],
]);
const centre: CentreFunction = (x) => sub(x, mean(x, row));

const wrong: readonly WrongVersion<CentreFunction>[] = [
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: 'reads what it is given',
    candidate: () => centre(sentence),
  },
  {
    name: 'half of it ignored',
    says: 'One of the two names is still that of the notebook: you subtract from the argument the mean of something else.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, mean(sentence, row)),
  },
  {
    name: 'mean of each column',
    says: 'You subtracted the mean of each column. axis: 0 runs over the rows; the mean of a row is along axis −1.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, mean(x, { axis: 0, keepdims: true })),
  },
  {
    name: 'one mean for all',
    says: 'You subtracted one mean of all the numbers. Each row has a mean of its own: axis: −1.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => sub(x, mean(x)),
  },
  {
    name: 'axis not kept',
    says: 'Without keepdims the means have shape [rows], and are set against the columns instead of standing beside their rows.',
    caughtBy: 'reads what it is given',
    candidate: (x) => sub(x, mean(x, { axis: -1 })),
  },
  {
    name: 'mean added',
    says: 'You added the mean. Subtracted, every row would have mean 0.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => add(x, mean(x, row)),
  },
  {
    name: 'mean alone',
    says: 'That is the mean itself. What is asked for is the row without it: x − μ.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => mean(x, row),
  },
  {
    name: 'scaled as well',
    says: 'You also divided by the deviation. Here the row is only moved, not stretched.',
    caughtBy: "subtracts each row's own mean",
    candidate: (x) => div(centre(x), sqrt(mean(mul(centre(x), centre(x)), row))),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into its argument.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (x) => {
      const y = centre(x);
      x.data.set(y.data);
      return y;
    },
  },
];

const first = tensor([
  [1, 2, 6],
  [3, 5, 10],
]);
const second = tensor([
  [4, 0, 2],
  [1, 1, 7],
]);
const square = tensor([
  [1, 2, 6],
  [3, 5, 10],
  [0, 0, 3],
]);
const numbers = (...shape: number[]): Tensor =>
  new Tensor(stream('centre exercise', shape.length).normals(shape));
const standard: Standard<readonly [Tensor], CentreFunction> = {
  reference: centre,
  parts: ['y'],
  wrong,
  telling: [[first], [second], [square]],
};

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
  checks: [
    readsItsArgument(standard, [[first], [second]]),
    agrees(standard, {
      name: "subtracts each row's own mean",
      inputs: [[first], [second], [square]],
      hint: 'Every row of the answer should have mean 0.',
    }),
    agrees(standard, {
      name: 'works on every shape',
      inputs: [[numbers(4, 2)], [numbers(2, 3, 4)], [numbers(1, 5)]],
      hint: 'Which line holds on to the shape of one tensor?',
    }),
    leavesAlone([[first]]),
  ],
  wrong,
  right: [
    { name: 'mean', candidate: centre },
    { name: 'sum and count', candidate: (x) => sub(x, div(sum(x, row), x.shape.at(-1) ?? 1)) },
  ],
};
