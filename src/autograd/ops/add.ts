import { zerosLike } from '../../tensor/ndarray.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { aligned } from './operands.js';
import type { Operand } from './operands.js';

/**
 * a + b, number by number, with NumPy's broadcasting.
 *
 * @param a Any shape, or a plain number.
 * @param b A shape that fits: counted from the last axis, lengths are equal or one of them is 1.
 * @throws {ShapeError} if the shapes do not fit.
 * @throws {TypeError} if the dtypes differ.
 * @example
 * add(tensor([[1, 2], [3, 4]]), tensor([10, 20])); // [[11, 22], [13, 24]]
 */
export function add(a: Operand, b: Operand): Tensor {
  return elementwise(aligned('add', a, b), undefined);
}

const elementwise: Op<'a' | 'b', undefined> = definePrimitive('add', {
  forward({ a, b }) {
    const y = zerosLike(a);
    const [p, q, out] = [a.data, b.data, y.data];
    for (let i = 0; i < out.length; i++) out[i] = p[i] + q[i];
    return y;
  },
  backward: (dy) => ({ a: dy, b: dy }),
});
