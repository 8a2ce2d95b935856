import { zerosLike } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { aligned } from './operands.js';
import type { Operand } from './operands.js';
import { mul } from './mul.js';
import { neg } from './neg.js';

/** a ÷ b, number by number. Operands are broadcast. */
export function div(a: Operand, b: Operand): Tensor {
  return elementwise(aligned('div', a, b), undefined);
}

const elementwise: Op<'a' | 'b', undefined> = definePrimitive('div', {
  forward({ a, b }) {
    const y = zerosLike(a);
    for (let i = 0; i < y.data.length; i++) y.data[i] = a.data[i] / b.data[i];
    return y;
  },
  backward: (dy, { b }, y) => ({ a: div(dy, b), b: neg(div(mul(dy, y), b)) }),
});
