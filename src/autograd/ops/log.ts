import { mapped } from '../../tensor/ndarray.js';
import * as elementary from '../../tensor/elementary.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';

/**
 * ln x, the same bits on every machine.
 *
 * @param x Any shape; the result has the same.
 * @example
 * log(tensor([1, 2])); // [0, 0.6931]
 */
export function log(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('log', {
  forward: ({ x }) => mapped(x, elementary.log),
  backward: (dy, { x }) => ({ x: div(dy, x) }),
});
