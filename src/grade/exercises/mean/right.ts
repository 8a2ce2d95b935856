import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { RightVersion } from '../../exercise.js';

/** The function the exercise asks for. */
export type MeanFunction = (x: Tensor, axis: number, keepdims: boolean) => Tensor;

const lengthOf = (x: Tensor, axis: number): number => x.shape[axis < 0 ? axis + x.shape.length : axis];

/** x cut into its slices along an axis, which stays with length 1. */
const slices = (x: Tensor, axis: number): Tensor[] =>
  Array.from({ length: lengthOf(x, axis) }, (_, i) => slice(x, { axis, start: i, end: i + 1 }));

/** The axis is of length 1 already: its sum only takes it away. */
const withoutAxis = (y: Tensor, axis: number, keepdims: boolean): Tensor => (keepdims ? y : sum(y, { axis }));

const oneAfterTheOther: MeanFunction = (x, axis, keepdims) => {
  const [first, ...rest] = slices(x, axis);
  const running = rest.reduce((mu, next, i) => add(mu, div(sub(next, mu), i + 2)), first);
  return withoutAxis(running, axis, keepdims);
};

const sliceBySlice: MeanFunction = (x, axis, keepdims) => {
  const parts = slices(x, axis);
  const total = parts.reduce((a, b) => add(a, b));
  return withoutAxis(mul(total, 1 / parts.length), axis, keepdims);
};

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
  { name: 'slice by slice', candidate: sliceBySlice },
  { name: 'a mean that is brought up to date', candidate: oneAfterTheOther },
];
