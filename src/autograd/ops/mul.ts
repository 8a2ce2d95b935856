import { zerosLike } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { aligned } from './operands.js';
import type { Operand } from './operands.js';

/**
 * a · b, number by number, with NumPy's broadcasting.
 *
 * @param a Any shape, or a plain number.
 * @param b A shape that fits: counted from the last axis, lengths are equal or one of them is 1.
 * @throws {ShapeError} if the shapes do not fit.
 * @throws {TypeError} if the dtypes differ.
 * @example
 * mul(tensor([[1], [2]]), tensor([3, 4])); // [[3, 4], [6, 8]]
 */
export function mul(a: Operand, b: Operand): Tensor {
  return elementwise(aligned('mul', a, b), undefined);
}

const elementwise: Op<'a' | 'b', undefined> = definePrimitive('mul', {
  forward({ a, b }) {
    const y = zerosLike(a);
    const [p, q, out] = [a.data, b.data, y.data];
    for (let i = 0; i < out.length; i++) out[i] = p[i] * q[i];
    return y;
  },
  backward: (dy, { a, b }) => ({ a: mul(dy, b), b: mul(dy, a) }),
});
