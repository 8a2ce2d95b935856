import { mapped } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { where } from './where.js';

/**
 * max(x, 0). At 0 the gradient is 0, as in PyTorch. A NaN stays a NaN.
 *
 * @param x Any shape; the result has the same.
 * @example
 * relu(tensor([-1, 2])); // [0, 2]
 */
export function relu(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('relu', {
  forward: ({ x }) => mapped(x, (value) => (value <= 0 ? 0 : value)),
  backward: (dy, { x }) => ({
    x: where(
      mapped(x, (value) => (value <= 0 ? 0 : 1)),
      dy,
      0,
    ),
  }),
});
