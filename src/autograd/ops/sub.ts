import { zerosLike } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { aligned } from './operands.js';
import type { Operand } from './operands.js';
import { neg } from './neg.js';

/** a − b, number by number. Operands are broadcast. */
export function sub(a: Operand, b: Operand): Tensor {
  return elementwise(aligned('sub', a, b), undefined);
}

const elementwise: Op<'a' | 'b', undefined> = definePrimitive('sub', {
  forward({ a, b }) {
    const y = zerosLike(a);
    for (let i = 0; i < y.data.length; i++) y.data[i] = a.data[i] - b.data[i];
    return y;
  },
  backward: (dy) => ({ a: dy, b: neg(dy) }),
});
