import { broadcastShape, stretched } from '../../tensor/broadcast.js';
import { zerosLike } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { sameShape } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { aligned } from './operands.js';
import type { Operand } from './operands.js';
import { broadcastTo } from './sum.js';

/**
 * a where the condition is not 0, otherwise b. All three are broadcast. No gradient flows into the condition.
 *
 * @example
 * where(tensor([1, 0]), tensor([5, 6]), 0); // [5, 0]
 */
export function where(condition: NDArray, a: Operand, b: Operand): Tensor {
  const pair = aligned('where', a, b);
  const shape = broadcastShape('where', condition.shape, pair.a.shape);
  const mask = sameShape(condition.shape, shape) ? condition : stretched(condition, shape);
  return choose({ a: broadcastTo(pair.a, shape), b: broadcastTo(pair.b, shape) }, mask);
}

const choose: Op<'a' | 'b', NDArray> = definePrimitive('where', {
  forward({ a, b }, mask) {
    const y = zerosLike(a);
    for (let i = 0; i < y.data.length; i++) y.data[i] = mask.data[i] !== 0 ? a.data[i] : b.data[i];
    return y;
  },
  backward: (dy, _, __, mask) => ({ a: where(mask, dy, 0), b: where(mask, 0, dy) }),
});
