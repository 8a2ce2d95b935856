import { allocate } from '../../tensor/dtype.js';
import type { Storage } from '../../tensor/dtype.js';
import { broadcastShape } from '../../tensor/broadcast.js';
import { ShapeError } from '../../tensor/errors.js';
import { formatShape, sizeOf } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { broadcastTo } from './sum.js';
import { transpose } from './transpose.js';

/**
 * The matrix product over the last two axes; leading axes are broadcast.
 *
 * @param a Shape [..., m, k].
 * @param b Shape [..., k, n].
 * @returns Shape [..., m, n].
 * @throws {ShapeError} if a and b do not share k, or have fewer than two axes.
 * @throws {TypeError} if the dtypes differ.
 * @example
 * matmul(tensor([[1, 2], [3, 4]]), tensor([[10], [1]])); // [[12], [34]]
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  for (const [name, x] of Object.entries({ a, b }))
    if (x.shape.length < 2) throw new ShapeError('matmul', name, '[..., rows, columns]', x.shape);
  const [m, k] = a.shape.slice(-2);
  const n = b.shape[b.shape.length - 1];
  if (b.shape[b.shape.length - 2] !== k)
    throw new ShapeError('matmul', 'b', `[..., ${k}, n] for a of shape ${formatShape(a.shape)}`, b.shape);
  const lead = broadcastShape('matmul', a.shape.slice(0, -2), b.shape.slice(0, -2));
  return product({ a: broadcastTo(a, [...lead, m, k]), b: broadcastTo(b, [...lead, k, n]) }, undefined);
}

const product: Op<'a' | 'b', undefined> = definePrimitive('matmul', {
  forward({ a, b }) {
    const [m, k] = a.shape.slice(-2);
    const n = b.shape[b.shape.length - 1];
    const lead = a.shape.slice(0, -2);
    const data = allocate(a.dtype, sizeOf(lead) * m * n);
    for (let i = 0; i < sizeOf(lead); i++)
      multiply(
        a.data.subarray(i * m * k, (i + 1) * m * k),
        b.data.subarray(i * k * n, (i + 1) * k * n),
        data.subarray(i * m * n, (i + 1) * m * n),
        k,
        n,
      );
    return { data, shape: [...lead, m, n], dtype: a.dtype };
  },
  backward: (dy, { a, b }) => ({ a: matmul(dy, transpose(b)), b: matmul(transpose(a), dy) }),
});

/**
 * One row of y after another, as a sum of rows of b: the inner loop runs along memory. Sums are kept in float64. Four
 * rows of b at a time, added in the same order as one by one, so that each sum is fetched and stored a fourth as often.
 */
export function multiply(a: Storage, b: Storage, y: Storage, k: number, n: number): void {
  const row = new Float64Array(n);
  for (let start = 0, from = 0; start < y.length; start += n, from += k) {
    row.fill(0);
    let p = 0;
    for (; p + 4 <= k; p += 4) {
      const [u, v, w, z] = [a[from + p], a[from + p + 1], a[from + p + 2], a[from + p + 3]];
      const at = p * n;
      for (let j = at, to = 0; to < n; j++, to++)
        row[to] = row[to] + u * b[j] + v * b[j + n] + w * b[j + 2 * n] + z * b[j + 3 * n];
    }
    for (; p < k; p++) for (let j = 0; j < n; j++) row[j] += a[from + p] * b[p * n + j];
    y.set(row, start);
  }
}
