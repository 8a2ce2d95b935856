import { allocate } from '../../tensor/dtype.js';
import { broadcastShape } from '../../tensor/broadcast.js';
import { ShapeError } from '../../tensor/errors.js';
import { matrix, multiply, transposed } from '../../tensor/matrix.js';
import type { Matrix } from '../../tensor/matrix.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { formatShape, sizeOf } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { broadcastTo } from './sum.js';

/** Which of the two is read as its transpose. */
interface Turned {
  readonly a: boolean;
  readonly b: boolean;
}

/**
 * The matrix product over the last two axes; leading axes are broadcast.
 *
 * @param a Shape [..., m, k].
 * @param b Shape [..., k, n]; with `transposeB` shape [..., n, k], which is read as its transpose and not copied.
 * @returns Shape [..., m, n].
 * @throws {ShapeError} if a and b do not share k, or have fewer than two axes.
 * @throws {TypeError} if the dtypes differ.
 * @example
 * matmul(tensor([[1, 2], [3, 4]]), tensor([[10], [1]])); // [[12], [34]]
 */
export function matmul(
  a: Tensor,
  b: Tensor,
  { transposeB = false }: { readonly transposeB?: boolean } = {},
): Tensor {
  for (const [name, x] of Object.entries({ a, b }))
    if (x.shape.length < 2) throw new ShapeError('matmul', name, '[..., rows, columns]', x.shape);
  const [m, k] = a.shape.slice(-2);
  const [rows, columns] = b.shape.slice(-2);
  if ((transposeB ? columns : rows) !== k) {
    const expected = transposeB ? `[..., n, ${k}]` : `[..., ${k}, n]`;
    throw new ShapeError('matmul', 'b', `${expected} for a of shape ${formatShape(a.shape)}`, b.shape);
  }
  const lead = broadcastShape('matmul', a.shape.slice(0, -2), b.shape.slice(0, -2));
  const both = { a: broadcastTo(a, [...lead, m, k]), b: broadcastTo(b, [...lead, rows, columns]) };
  return product(both, { a: false, b: transposeB });
}

const product: Op<'a' | 'b', Turned> = definePrimitive('matmul', {
  forward({ a, b }, turned) {
    const [[m, k], [, n]] = [sides(a, turned.a), sides(b, turned.b)];
    const lead = a.shape.slice(0, -2);
    const count = sizeOf(lead);
    const data = allocate(a.dtype, count * m * n);
    for (let i = 0; i < count; i++)
      multiply(part(a, i, turned.a), part(b, i, turned.b), matrix(data, n, i * m * n), { m, k, n });
    return { data, shape: [...lead, m, n], dtype: a.dtype };
  },
  // With A and B as they are read: dA = dy Bᵀ and dB = Aᵀ dy; of what was turned, the transpose of that.
  backward: (dy, { a, b }, _y, turned) => ({
    a: turned.a
      ? product({ a: b, b: dy }, { a: turned.b, b: true })
      : product({ a: dy, b }, { a: false, b: !turned.b }),
    b: turned.b
      ? product({ a: dy, b: a }, { a: true, b: turned.a })
      : product({ a, b: dy }, { a: !turned.a, b: false }),
  }),
});

/** Rows and columns as they are read. */
function sides({ shape }: NDArray, turned: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2);
  return turned ? [columns, rows] : [rows, columns];
}

/** The i-th matrix of a stack. */
function part({ data, shape }: NDArray, i: number, turned: boolean): Matrix {
  const [rows, columns] = shape.slice(-2);
  const stored = matrix(data, columns, i * rows * columns);
  return turned ? transposed(stored) : stored;
}
