import { mapped } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/**
 * −x.
 *
 * @param x Any shape; the result has the same.
 * @example
 * neg(tensor([1, -2])); // [-1, 2]
 */
export function neg(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('neg', {
  forward: ({ x }) => mapped(x, (value) => -value),
  backward: (dy) => ({ x: neg(dy) }),
});
