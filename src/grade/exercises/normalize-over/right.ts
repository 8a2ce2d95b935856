import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion } from '../../exercise.js';

/** The function the exercise asks for. */
export type OverFunction = (x: Tensor, shape: readonly number[], eps: number) => Tensor;

/** @throws {RangeError} if x does not end in these lengths. */
export function requireEnd(x: Tensor, shape: readonly number[]): void {
  const end = x.shape.slice(-shape.length);
  if (end.join() !== shape.join())
    throw new RangeError(`x ends in [${end.join(', ')}], not in [${shape.join(', ')}]`);
}

/** The axes −1 … −k. */
export const lastAxes = (shape: readonly number[]): number[] => shape.map((_, i) => -1 - i);

/** Mean and deviation over the last axes, as many as `shape` has lengths. */
export const normalizeOver: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const together = { axis: lastAxes(shape), keepdims: true };
  const centred = sub(x, mean(x, together));
  return div(centred, sqrt(add(mean(mul(centred, centred), together), eps)));
};

/** Laid out as one long row for each statistic, and back again. */
const inLongRows: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const K = shape.reduce((a, b) => a * b, 1);
  const rows = reshape(x, [x.data.length / K, K]);
  return reshape(layerNorm({ x: rows }, { eps }), x.shape);
};

const bySums: OverFunction = (x, shape, eps) => {
  if (!shape.every((length, i) => length === x.shape[x.shape.length - shape.length + i]))
    throw new Error(`The last lengths of x [${x.shape.join(', ')}] are not [${shape.join(', ')}].`);
  let [count, total] = [1, x];
  for (const axis of lastAxes(shape)) {
    total = sum(total, { axis, keepdims: true });
    count *= x.shape[x.shape.length + axis];
  }
  const centred = sub(x, div(total, count));
  let squares = pow(centred, 2);
  for (const axis of lastAxes(shape)) squares = sum(squares, { axis, keepdims: true });
  return mul(centred, pow(add(div(squares, count), eps), -1 / 2));
};

const byMatrix: OverFunction = (x, shape, eps) => {
  requireEnd(x, shape);
  const K = shape.reduce((a, b) => a * b, 1);
  const places = Array.from({ length: K }, (_, i) => i);
  const centring = tensor(places.map((i) => places.map((j) => (i === j ? 1 : 0) - 1 / K)));
  const centred = matmul(reshape(x, [x.data.length / K, K]), centring);
  const variance = mean(mul(centred, centred), { axis: 1, keepdims: true });
  return reshape(div(centred, sqrt(add(variance, eps))), x.shape);
};

/** Right answers, each written in its own way. */
export const rightOvers: readonly RightVersion<OverFunction>[] = [
  { name: 'all axes at once', candidate: normalizeOver },
  { name: 'in long rows', candidate: inLongRows },
  { name: 'sums, axis by axis', candidate: bySums },
  { name: 'centring matrix', candidate: byMatrix },
  {
    name: 'the library',
    candidate: (x, shape, eps) => layerNorm({ x }, { eps, normalizedShape: shape }),
  },
];
