import { div } from '../../autograd/ops/div.js';
import { mean } from '../../autograd/ops/mean.js';
import { sum } from '../../autograd/ops/sum.js';
import type { Tensor } from '../../autograd/tensor.js';
import type { RightVersion, WrongVersion } from '../exercise.js';

/** The function the exercise asks for. */
export type MeanFunction = (x: Tensor, axis: number, keepdims: boolean) => Tensor;

const lengthOf = (x: Tensor, axis: number): number => x.shape[axis < 0 ? axis + x.shape.length : axis];

const writesIntoX: MeanFunction = (x, axis, keepdims) => {
  const y = mean(x, { axis, keepdims });
  x.data.fill(0);
  return y;
};

/** Plausible mistakes, and what to say to each. */
export const wrongMeans: readonly WrongVersion<MeanFunction>[] = [
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
    candidate: writesIntoX,
  },
];

/** Right answers, each written in its own way. */
export const rightMeans: readonly RightVersion<MeanFunction>[] = [
  {
    name: 'sum and count',
    candidate: (x, axis, keepdims) => div(sum(x, { axis, keepdims }), lengthOf(x, axis)),
  },
  { name: 'the library', candidate: (x, axis, keepdims) => mean(x, { axis, keepdims }) },
  {
    name: 'a share of each',
    candidate: (x, axis, keepdims) => sum(div(x, x.shape.at(axis) ?? 1), { axis, keepdims }),
  },
];
