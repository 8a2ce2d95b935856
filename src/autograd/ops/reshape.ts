import { ShapeError } from '../../tensor/errors.js';
import { formatShape, requireLengths, sameShape, sizeOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/**
 * The same numbers in the same order under another shape. It never exchanges axes: that is `transpose`.
 *
 * @example
 * reshape(tensor([1, 2, 3, 4]), [2, 2]); // [[1, 2], [3, 4]]
 * @throws {ShapeError} if the new shape holds another count of numbers.
 * @throws {RangeError} if a length is not a whole number from 0: −1 is not worked out.
 */
export function reshape(x: Tensor, shape: Shape): Tensor {
  requireLengths('reshape', shape);
  if (sameShape(x.shape, shape)) return x;
  if (sizeOf(shape) !== x.data.length)
    throw new ShapeError(
      'reshape',
      'x',
      `with ${sizeOf(shape)} numbers (for ${formatShape(shape)})`,
      x.shape,
    );
  return reshaped({ x }, shape);
}

const reshaped: Op<'x', Shape> = definePrimitive('reshape', {
  forward: ({ x }, shape) => ({ data: x.data, shape: [...shape], dtype: x.dtype }),
  backward: (dy, { x }) => ({ x: reshape(dy, x.shape) }),
});
