import { allocate } from '../../tensor/dtype.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { axisOf, sizeOf, withoutAxes } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';
import { broadcastTo } from './sum.js';
import { where } from './where.js';

/**
 * The largest number along one axis. Where several are largest, the gradient goes to the first of them.
 *
 * @example
 * max(tensor([[1, 5], [7, 2]]), { axis: -1 }); // [5, 7]
 * @throws {RangeError} if there is no such axis, or it has length 0.
 */
export function max(x: Tensor, { axis, keepdims = false }: { axis: number; keepdims?: boolean }): Tensor {
  const along = axisOf('max', axis, x.shape);
  if (x.shape[along] === 0)
    throw new RangeError('max: expected an axis with at least one number, got length 0');
  const kept = largest({ x }, along);
  return keepdims ? kept : reshape(kept, withoutAxes(x.shape, [along], false));
}

const largest: Op<'x', number> = definePrimitive('max', {
  forward(inputs, axis) {
    const { x } = inputs;
    const shape = withoutAxes(x.shape, [axis], true);
    const at = firstLargest(x, axis);
    return { data: allocate(x.dtype, at.length).map((_, i) => x.data[at[i]]), shape, dtype: x.dtype };
  },
  backward: (dy, { x }, _, axis) => ({
    x: where(maskAt(x, firstLargest(x, axis)), broadcastTo(dy, x.shape), 0),
  }),
});

/** Where in memory the first largest number along the axis stands, for each place of the other axes. NaN counts as largest. */
function firstLargest(x: NDArray, axis: number): number[] {
  const inner = sizeOf(x.shape.slice(axis + 1));
  const n = x.shape[axis];
  return Array.from({ length: x.data.length / n }, (_, place) => {
    const start = Math.floor(place / inner) * n * inner + (place % inner);
    let best = start;
    for (let at = start; at < start + n * inner; at += inner)
      if (!(x.data[at] <= x.data[best]) && !Number.isNaN(x.data[best])) best = at;
    return best;
  });
}

function maskAt(x: NDArray, places: readonly number[]): NDArray {
  const data = allocate(x.dtype, x.data.length);
  for (const place of places) data[place] = 1;
  return { data, shape: x.shape, dtype: x.dtype };
}
