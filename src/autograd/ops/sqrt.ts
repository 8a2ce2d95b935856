import { mapped } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { mul } from './mul.js';

/**
 * √x.
 *
 * @param x Any shape; the result has the same.
 * @example
 * sqrt(tensor([4, 2])); // [2, 1.4142]
 */
export function sqrt(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('sqrt', {
  forward: ({ x }) => mapped(x, Math.sqrt),
  backward: (dy, _, y) => ({ x: div(dy, mul(2, y)) }),
});
