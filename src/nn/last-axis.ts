import { transpose } from '../autograd/ops/transpose.js';
import type { Tensor } from '../autograd/tensor.js';
import type { NDArray } from '../tensor/ndarray.js';
import { axisOf } from '../tensor/shape.js';

/** How long the rows of x along its last axis are. */
export function rowLength(x: NDArray): number {
  return x.shape[x.shape.length - 1] ?? 1;
}

/**
 * Applies f, which works along the last axis, along another one: exchanges the two before and after.
 *
 * @throws {RangeError} if there is no such axis.
 */
export function alongAxis(op: string, x: Tensor, axis: number, f: (x: Tensor) => Tensor): Tensor {
  const [along, last] = [axisOf(op, axis, x.shape), x.shape.length - 1];
  if (along === last) return f(x);
  const order = x.shape.map((_, i) => (i === along ? last : i === last ? along : i));
  return transpose(f(transpose(x, order)), order);
}
