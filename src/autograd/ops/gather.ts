import { allocate } from '../../tensor/dtype.js';
import { ShapeError } from '../../tensor/errors.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { formatShape, sizeOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/**
 * Rows of x by number, as a table of word vectors is read.
 *
 * @param x Shape [V, ...].
 * @param index Whole numbers from 0 to V − 1, of any shape. No gradient flows into them.
 * @returns Shape [...index, ...]: for each number in `index`, that row of x.
 * @throws {RangeError} if there is no such row.
 * @example
 * gather(tensor([[1, 2], [3, 4]]), tensor([1, 1, 0])); // [[3, 4], [3, 4], [1, 2]]
 */
export function gather(x: Tensor, index: NDArray): Tensor {
  if (x.shape.length === 0) throw new ShapeError('gather', 'x', '[V, ...]', x.shape);
  for (const row of index.data)
    if (!Number.isInteger(row) || row < 0 || row >= x.shape[0])
      throw new RangeError(
        `gather: expected row numbers from 0 to ${x.shape[0] - 1} for x of shape ${formatShape(x.shape)}, got ${row}`,
      );
  return take({ x }, index);
}

/** Taking rows and adding them back in place are each other's way back. */
const take: Op<'x', NDArray> = definePrimitive('gather', {
  forward({ x }, index) {
    const inner = sizeOf(x.shape.slice(1));
    const data = allocate(x.dtype, index.data.length * inner);
    index.data.forEach((row, i) => data.set(x.data.subarray(row * inner, (row + 1) * inner), i * inner));
    return { data, shape: [...index.shape, ...x.shape.slice(1)], dtype: x.dtype };
  },
  backward: (dy, { x }, _, index) => ({ x: addAt({ x: dy }, { index, shape: x.shape }) }),
});

const addAt: Op<'x', { readonly index: NDArray; readonly shape: Shape }> = definePrimitive('scatterAdd', {
  forward({ x }, { index, shape }) {
    const inner = sizeOf(shape.slice(1));
    const data = allocate(x.dtype, sizeOf(shape));
    index.data.forEach((row, n) => {
      for (let i = 0; i < inner; i++) data[row * inner + i] += x.data[n * inner + i];
    });
    return { data, shape, dtype: x.dtype };
  },
  backward: (dy, _, __, { index }) => ({ x: take({ x: dy }, index) }),
});
