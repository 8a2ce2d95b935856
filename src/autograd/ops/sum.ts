import { broadcastShape, stretched, stretchedAxes, summed } from '../../tensor/broadcast.js';
import { ShapeError } from '../../tensor/errors.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { axisOf, formatShape, sameShape, withoutAxes } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';

/** Over which axes to take a sum, mean or maximum, and whether they stay as axes of length 1. */
export interface Reduction {
  /** One axis, several, or all of them where it is left out. −1 is the last. */
  readonly axis?: number | readonly number[];
  readonly keepdims?: boolean;
}

/** The axes a reduction names, each counted from 0, in order. */
export function axesOf(op: string, { axis }: Reduction, shape: Shape): number[] {
  if (axis === undefined) return shape.map((_, i) => i);
  const axes = (typeof axis === 'number' ? [axis] : axis).map((a) => axisOf(op, a, shape));
  return [...new Set(axes)].sort((a, b) => a - b);
}

/**
 * The sum over all numbers, or over some axes.
 *
 * @example
 * sum(tensor([[1, 2], [3, 4]]), { axis: -1 }); // [3, 7]
 * @throws {RangeError} if there is no such axis.
 */
export function sum(x: Tensor, reduction: Reduction = {}): Tensor {
  const axes = axesOf('sum', reduction, x.shape);
  const kept = sumKeepingAxes({ x }, axes);
  return reduction.keepdims ? kept : reshape(kept, withoutAxes(x.shape, axes, false));
}

/**
 * x repeated along new axes and along axes of length 1, as NumPy does. Repeating and summing are each other's way back.
 *
 * @example
 * broadcastTo(tensor([1, 2]), [3, 2]); // [[1, 2], [1, 2], [1, 2]]
 * @throws {ShapeError} if x does not fit.
 */
export function broadcastTo(x: Tensor, shape: Shape): Tensor {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShape('broadcastTo', shape, x.shape), shape))
    throw new ShapeError('broadcastTo', 'x', `that fits ${formatShape(shape)}`, x.shape);
  return stretch({ x }, shape);
}

const sumKeepingAxes: Op<'x', readonly number[]> = definePrimitive('sum', {
  forward: ({ x }, axes) => axes.reduceRight<NDArray>(summed, x),
  backward: (dy, { x }) => ({ x: broadcastTo(dy, x.shape) }),
});

const stretch: Op<'x', Shape> = definePrimitive('broadcastTo', {
  forward: ({ x }, shape) => stretched(x, shape),
  backward: (dy, { x }) => ({
    x: reshape(sum(dy, { axis: stretchedAxes(x.shape, dy.shape), keepdims: true }), x.shape),
  }),
});
