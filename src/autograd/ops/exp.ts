import { mapped } from '../../tensor/ndarray.js';
import * as elementary from '../../tensor/elementary.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { mul } from './mul.js';

/**
 * eˣ, the same bits on every machine.
 *
 * @param x Any shape; the result has the same.
 * @example
 * exp(tensor([0, 1])); // [1, 2.7183]
 */
export function exp(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('exp', {
  forward: ({ x }) => mapped(x, elementary.exp),
  backward: (dy, _, y) => ({ x: mul(dy, y) }),
});
