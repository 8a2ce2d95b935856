import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { axesOf, sum } from './sum.js';
import type { Reduction } from './sum.js';

/**
 * The mean over all numbers, or over some axes: their sum divided by their count.
 *
 * @example
 * mean(tensor([[1, 2], [3, 4]]), { axis: -1, keepdims: true }); // [[1.5], [3.5]]
 * @throws {RangeError} if there is no such axis.
 */
export function mean(x: Tensor, reduction: Reduction = {}): Tensor {
  const count = axesOf('mean', reduction, x.shape).reduce((product, axis) => product * x.shape[axis], 1);
  return div(sum(x, reduction), count);
}
