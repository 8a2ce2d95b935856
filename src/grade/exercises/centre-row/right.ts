import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { div } from '../../../autograd/ops/div.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { neg } from '../../../autograd/ops/neg.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { RightVersion } from '../../exercise.js';

/** The function the exercise asks for. */
export type CentreFunction = (x: Tensor) => Tensor;

const row = { axis: -1, keepdims: true };
const lengthOf = (x: Tensor): number => x.shape[x.shape.length - 1];
const column = (x: Tensor, i: number): Tensor => slice(x, { axis: -1, start: i, end: i + 1 });

/** Each row without its mean. */
export const centre: CentreFunction = (x) => sub(x, mean(x, row));

/** Centring is multiplication by I − 11ᵀ/C. */
const byMatrix: CentreFunction = (x) => {
  const indices = Array.from({ length: lengthOf(x) }, (_, i) => i);
  return matmul(x, tensor(indices.map((i) => indices.map((j) => (i === j ? 1 : 0) - 1 / indices.length))));
};

const columnByColumn: CentreFunction = (x) => {
  const mu = mean(x, row);
  const columns = Array.from({ length: lengthOf(x) }, (_, i) => sub(column(x, i), mu));
  return concat(columns, { axis: -1 });
};

/** Right answers, each written in its own way. */
export const rightCentrings: readonly RightVersion<CentreFunction>[] = [
  { name: 'mean', candidate: centre },
  { name: 'sum and count', candidate: (x) => sub(x, div(sum(x, row), x.shape.at(-1) ?? 1)) },
  { name: 'the negative mean added', candidate: (x) => add(x, neg(mean(x, row))) },
  { name: 'centring matrix', candidate: byMatrix },
  { name: 'column by column', candidate: columnByColumn },
];
