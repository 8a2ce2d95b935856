import { add } from '../autograd/ops/add.js';
import { concat } from '../autograd/ops/concat.js';
import { slice } from '../autograd/ops/slice.js';
import { Tensor } from '../autograd/tensor.js';
import { filled } from '../tensor/ndarray.js';
import { withLength } from '../tensor/shape.js';

/**
 * The sum over a window of neighbours along one axis, for each place; at the ends the window holds fewer.
 *
 * An even window reaches one further to the front, as PyTorch's local response normalization does.
 *
 * @param x Any shape.
 * @example
 * windowSum(tensor([1, 2, 4]), { axis: 0, size: 3 }); // [3, 7, 6]
 */
export function windowSum(
  x: Tensor,
  { axis, size }: { readonly axis: number; readonly size: number },
): Tensor {
  const before = Math.floor(size / 2);
  const offsets = Array.from({ length: size }, (_, i) => i - before);
  return offsets
    .filter((offset) => Math.abs(offset) < x.shape[axis])
    .map((offset) => ahead(x, axis, offset))
    .reduce((total, one) => add(total, one));
}

/** At each place the number that stands `offset` places further along the axis, and 0 where there is none. */
function ahead(x: Tensor, axis: number, offset: number): Tensor {
  if (offset === 0) return x;
  const zeros = new Tensor(filled(withLength(x.shape, axis, Math.abs(offset)), 0, x.dtype));
  return offset > 0
    ? concat([slice(x, { axis, start: offset }), zeros], { axis })
    : concat([zeros, slice(x, { axis, end: offset })], { axis });
}
