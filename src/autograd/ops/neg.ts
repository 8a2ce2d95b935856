import { mapped } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/** −x. */
export function neg(x: Tensor): Tensor {
  return elementwise({ x }, undefined);
}

const elementwise: Op<'x', undefined> = definePrimitive('neg', {
  forward: ({ x }) => mapped(x, (value) => -value),
  backward: (dy) => ({ x: neg(dy) }),
});
