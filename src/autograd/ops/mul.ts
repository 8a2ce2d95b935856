import { zerosLike } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { aligned } from './operands.js';
import type { Operand } from './operands.js';

/** a · b, number by number. Operands are broadcast. */
export function mul(a: Operand, b: Operand): Tensor {
  return elementwise(aligned('mul', a, b), undefined);
}

const elementwise: Op<'a' | 'b', undefined> = definePrimitive('mul', {
  forward({ a, b }) {
    const y = zerosLike(a);
    for (let i = 0; i < y.data.length; i++) y.data[i] = a.data[i] * b.data[i];
    return y;
  },
  backward: (dy, { a, b }) => ({ a: mul(dy, b), b: mul(dy, a) }),
});
