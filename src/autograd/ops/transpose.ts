import { allocate } from '../../tensor/dtype.js';
import { axisOf, formatShape, stridesOf } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/**
 * x with its axes in another order; without an order, the last two are exchanged.
 *
 * @param order For each axis of the result, which axis of x it is.
 * @example
 * transpose(tensor([[1, 2], [3, 4]])); // [[1, 3], [2, 4]]
 * const x = new Tensor(filled([2, 5, 3], 0)); // batch, time, C
 * transpose(x, [1, 0, 2]).shape; // time, batch, C: [5, 2, 3]
 * @throws {RangeError} if the order does not name each axis once.
 */
export function transpose(x: Tensor, order: readonly number[] = lastTwoExchanged(x)): Tensor {
  const axes = order.map((axis) => axisOf('transpose', axis, x.shape));
  if (axes.length !== x.shape.length || new Set(axes).size !== axes.length)
    throw new RangeError(
      `transpose: expected an order that names each of the ${x.shape.length} axes once, got ${formatShape(order)}`,
    );
  return permuted({ x }, axes);
}

function lastTwoExchanged(x: Tensor): number[] {
  const rank = x.shape.length;
  if (rank < 2)
    throw new RangeError(`transpose: expected at least 2 axes, got shape ${formatShape(x.shape)}`);
  return [...x.shape.keys()].map((axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis));
}

const permuted: Op<'x', readonly number[]> = definePrimitive('transpose', {
  forward({ x }, order) {
    const strides = stridesOf(x.shape);
    const shape = order.map((axis) => x.shape[axis]);
    const steps = order.map((axis) => strides[axis]);
    const y = { data: allocate(x.dtype, x.data.length), shape, dtype: x.dtype };
    const [width, step] = [shape[shape.length - 1] ?? 1, steps[steps.length - 1] ?? 1];
    const index = new Array<number>(shape.length).fill(0);
    const [from, to] = [x.data, y.data];
    for (let start = 0, at = 0; start < to.length; start += width) {
      for (let i = 0, f = at; i < width; i++, f += step) to[start + i] = from[f];
      for (let axis = shape.length - 2; axis >= 0; axis--) {
        at += steps[axis];
        if (++index[axis] < shape[axis]) break;
        at -= steps[axis] * shape[axis];
        index[axis] = 0;
      }
    }
    return y;
  },
  backward: (dy, _, __, order) => ({
    x: transpose(
      dy,
      order.map((_axis, axis) => order.indexOf(axis)),
    ),
  }),
});
