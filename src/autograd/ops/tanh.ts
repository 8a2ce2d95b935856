import { mapped } from '../../tensor/ndarray.js';
import * as elementary from '../../tensor/elementary.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { mul } from './mul.js';
import { sub } from './sub.js';

/**
 * tanh x, the same bits on every machine.
 *
 * @param x Any shape; the result has the same.
 * @example
 * tanh(tensor([0, 1])); // [0, 0.7616]
 */
export function tanh(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('tanh', {
  forward: ({ x }) => mapped(x, elementary.tanh),
  backward: (dy, _, y) => ({ x: mul(dy, sub(1, mul(y, y))) }),
});
