/** Plausible mistakes in a mean, and what to say to each. */
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import type { WrongVersion } from '../../exercise.js';
import type { MeanFunction } from './right.js';

const lengthOf = (x: Tensor, axis: number): number => x.shape[axis < 0 ? axis + x.shape.length : axis];

const writesIntoX: MeanFunction = (x, axis, keepdims) => {
  const y = mean(x, { axis, keepdims });
  x.data.fill(0);
  return y;
};

/** A variable of the notebook. */
const table = tensor([
  [4, 0, 2],
  [1, 1, 7],
]);

const rounded: MeanFunction = (x, axis, keepdims) => {
  const y = mean(x, { axis, keepdims });
  return new Tensor({ ...y, data: y.data.map((value) => Number(value.toFixed(2))) });
};

const keptAtTheEnd: MeanFunction = (x, axis, keepdims) => {
  const y = mean(x, { axis });
  return keepdims ? reshape(y, [...y.shape, 1]) : y;
};

const keeps = 'keeps the axis where it is asked to, and only there';

/** Plausible mistakes, and what to say to each. */
export const wrongMeans: readonly WrongVersion<MeanFunction>[] = [
  {
    name: 'argument ignored',
    says: 'Your function reads a variable of the notebook and not its argument.',
    caughtBy: 'reads what it is given',
    candidate: (_, axis, keepdims) => mean(table, { axis, keepdims }),
  },
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
    name: 'always the first axis',
    says: 'You took the mean along axis 0, down the columns, whatever axis was asked for. Where does axis stand in your lines?',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, _, keepdims) => mean(x, { axis: 0, keepdims }),
  },
  {
    name: 'the axis that stays',
    says: 'You took the mean along the other axis. The axis that is named is the one that is run over and disappears, not the one that stays.',
    caughtBy: 'takes the mean along the axis it is given',
    candidate: (x, axis, keepdims) => mean(x, { axis: -1 - axis, keepdims }),
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
    says: 'For a negative axis the length that you look up is undefined, and dividing by undefined gives NaN. A list has no place −1, and none behind its end: at which place of x.shape does the length of the last axis stand?',
    caughtBy: 'counts a negative axis from the end',
    candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), x.shape[axis]),
  },
  {
    name: 'minus sign dropped',
    says: 'Axis −1 became axis 1, and −2 became 2. Counting from the end is another thing than dropping the sign: −1 is the last axis, −2 the one before it.',
    caughtBy: 'counts a negative axis from the end',
    candidate: (x, axis, keepdims) => mean(x, { axis: Math.abs(axis), keepdims }),
  },
  {
    name: 'negative axis taken for 0',
    says: 'For a negative axis you took axis 0. Counted from the end, −1 is the last axis: add the number of axes, axis + x.shape.length.',
    caughtBy: 'counts a negative axis from the end',
    candidate: (x, axis, keepdims) => mean(x, { axis: Math.max(0, axis), keepdims }),
  },
  {
    name: 'every negative axis taken for the last',
    says: 'You divide by the length of the last axis, whichever negative axis was asked for. −1 is the last, −2 the one before it: each has a length of its own.',
    caughtBy: 'counts a negative axis from the end',
    candidate: (x, axis, keepdims) =>
      div(sum(x, { axis, keepdims }), axis < 0 ? x.shape[x.shape.length - 1] : x.shape[axis]),
  },
  {
    name: 'keepdims ignored',
    says: 'The numbers are right, but with keepdims: true the axis should stay, with length 1. Is keepdims handed on?',
    caughtBy: keeps,
    candidate: (x, axis) => mean(x, { axis }),
  },
  {
    name: 'axis always kept',
    says: 'The numbers are right, but the axis stays although keepdims is false. Is keepdims handed on?',
    caughtBy: keeps,
    candidate: (x, axis) => mean(x, { axis, keepdims: true }),
  },
  {
    name: 'kept at the end',
    says: 'The numbers are right, but the axis of length 1 stands at the end. It stays where it was: [2, 3] along axis 0 becomes [1, 3].',
    caughtBy: keeps,
    candidate: keptAtTheEnd,
  },
  {
    name: 'two axes only',
    says: 'Your count knows two axes, rows and columns. A tensor may have one, three or four: x.shape has the length of whichever is asked for.',
    caughtBy: 'works for one to four axes',
    candidate: (x, axis, keepdims) =>
      div(sum(x, { axis, keepdims }), axis === 0 || axis === -2 ? x.shape[0] : x.shape[1]),
  },
  {
    name: 'rounded',
    says: 'Your numbers are rounded. Digits are left out for reading only; what the next line computes with keeps them all.',
    caughtBy: 'works for one to four axes',
    candidate: rounded,
  },
  {
    name: 'input changed',
    says: 'Your function wrote into x. Whoever called it still needs those numbers.',
    caughtBy: 'leaves its inputs as they were',
    candidate: writesIntoX,
  },
];
