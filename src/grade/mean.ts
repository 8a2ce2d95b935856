import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor, tensor } from '../autograd/tensor.js';
import { stream } from '../tensor/random.js';
import { agrees, leavesAlone, readsItsArgument } from './comparison.js';
import type { Standard } from './comparison.js';
import type { Exercise, WrongVersion } from './exercise.js';

type Inputs = readonly [x: Tensor, axis: number, keepdims: boolean];
type MeanFunction = (x: Tensor, axis: number, keepdims: boolean) => Tensor;

const lengthOf = (x: Tensor, axis: number): number => x.shape[axis < 0 ? axis + x.shape.length : axis];

const wrong: readonly WrongVersion<MeanFunction>[] = [
  {
    name: 'mean of everything',
    says: 'You took one mean of all the numbers. Which argument of sum says along which axis?',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x) => mean(x),
  },
  {
    name: 'always the last axis',
    says: 'You took the mean along the last axis, whatever axis was asked for. Where does axis stand in your lines?',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, _, keepdims) => mean(x, { axis: -1, keepdims }),
  },
  {
    name: 'sum without count',
    says: 'That is the sum. The mean divides it by how many numbers were added.',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, axis, keepdims) => sum(x, { axis, keepdims }),
  },
  {
    name: 'count of the wrong axis',
    says: 'You divide by the length of axis 0, whatever axis was summed. How many numbers went into each sum?',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), x.shape[0]),
  },
  {
    name: 'count of all numbers',
    says: 'You divide by how many numbers there are in all of x. Each sum holds only those of one row: the length of that axis.',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), x.data.length),
  },
  {
    name: 'one too few',
    says: 'You divide by n − 1. That belongs to a variance estimated from a sample; a mean divides by n.',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), lengthOf(x, axis) - 1),
  },
  {
    name: 'negative axis',
    says: 'For a negative axis, x.shape[axis] is undefined, and dividing by it gives NaN. x.shape.at(axis) counts from the end.',
    caughtBy: 'counts a negative axis from the end',
    candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), x.shape[axis]),
  },
  {
    name: 'keepdims ignored',
    says: 'The numbers are right, but with keepdims: true the axis should stay, with length 1. Is keepdims handed on?',
    caughtBy: 'keeps the axis where it is asked to',
    candidate: (x, axis) => mean(x, { axis }),
  },
  {
    name: 'axis always kept',
    says: 'The numbers are right, but the axis stays although keepdims is false. Is keepdims handed on?',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, axis) => mean(x, { axis, keepdims: true }),
  },
  {
    name: 'input changed',
    says: 'Your function wrote into x. Whoever called it still needs those numbers.',
    caughtBy: 'leaves its inputs as they were',
    candidate: (x, axis, keepdims) => {
      const y = mean(x, { axis, keepdims });
      x.data.fill(0);
      return y;
    },
  },
];

const table = tensor([
  [1, 2, 6],
  [3, 5, 10],
]);
const numbers = (...shape: number[]): Tensor =>
  new Tensor(stream('mean exercise', shape.length).normals(shape));
const ranks: readonly Inputs[] = [
  [numbers(5), 0, false],
  [numbers(5), -1, true],
  [numbers(2, 3), -2, true],
  [numbers(2, 3, 4), 1, false],
  [numbers(2, 3, 4), -2, true],
  [numbers(2, 3, 4, 5), -3, false],
  [numbers(2, 3, 4, 5), 2, true],
  [numbers(0, 3), -1, false],
];
const standard: Standard<Inputs, MeanFunction> = {
  reference: (x, axis, keepdims) => mean(x, { axis, keepdims }),
  parts: ['y'],
  wrong,
  telling: [[table, 0, false], [table, 1, false], [table, -1, false], [table, 1, true], ...ranks],
};

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
  checks: [
    readsItsArgument(standard, [
      [table, 1, false],
      [add(mul(table, table), 1), 1, false],
    ]),
    agrees(standard, {
      name: 'takes the mean along the axis it is given',
      inputs: [
        [table, 1, false],
        [table, 0, false],
      ],
      hint: 'Each number of the answer is a sum along that axis, divided by its length.',
    }),
    agrees(standard, {
      name: 'counts a negative axis from the end',
      inputs: [
        [table, -1, false],
        [table, -2, false],
      ],
      hint: 'Axis −1 is the last axis.',
    }),
    agrees(standard, {
      name: 'keeps the axis where it is asked to',
      inputs: [[table, 1, true]],
      hint: 'With keepdims: true the axis stays, with length 1.',
    }),
    agrees(standard, {
      name: 'works for one to four axes',
      inputs: ranks,
      hint: 'Which line counts on two axes?',
    }),
    leavesAlone([[table, 1, true]]),
  ],
  wrong,
  right: [
    {
      name: 'sum and count',
      candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), lengthOf(x, axis)),
    },
    { name: 'the library', candidate: (x, axis, keepdims) => mean(x, { axis, keepdims }) },
    {
      name: 'a share of each',
      candidate: (x, axis, keepdims) => sum(div(x, x.shape.at(axis) ?? 1), { axis, keepdims }),
    },
  ],
};
