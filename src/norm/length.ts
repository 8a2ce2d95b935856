import { mul } from '../autograd/ops/mul.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { sum } from '../autograd/ops/sum.js';
import { where } from '../autograd/ops/where.js';
import type { Tensor } from '../autograd/tensor.js';
import { mapped } from '../tensor/ndarray.js';
import { dot } from '../tensor/rows.js';
import type { Row } from '../tensor/rows.js';

/** ‖row‖, its Euclidean length. */
export function lengthOf(row: Row): number {
  return Math.sqrt(dot(row, row));
}

/**
 * max(‖x‖, ε) of each row of x, of shape [..., 1], made of operations.
 *
 * The maximum has a kink at ‖x‖ = ε: below it is a constant; from there on the gradient is that of the length. A row of
 * zeros does not even pass through the root, which is infinitely steep there.
 */
export function lengthsAtLeast(x: Tensor, eps: number): Tensor {
  const squares = sum(mul(x, x), { axis: -1, keepdims: true });
  const long = mapped(squares, (square) => (Math.sqrt(square) < eps ? 0 : 1));
  return where(long, sqrt(where(long, squares, 1)), eps);
}
