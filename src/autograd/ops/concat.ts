import { allocate, commonDType } from '../../tensor/dtype.js';
import { ShapeError } from '../../tensor/errors.js';
import { axisOf, formatShape, sameShape, sizeOf, withLength, withoutAxes } from '../../tensor/shape.js';
import { record } from '../tensor.js';
import type { Tensor } from '../tensor.js';
import { slice } from './slice.js';

/**
 * Tensors one after another along an axis.
 *
 * @example
 * concat([tensor([1]), tensor([2, 3])], { axis: 0 }); // [1, 2, 3]
 * @throws {ShapeError} if they differ on another axis.
 */
export function concat(parts: readonly Tensor[], { axis }: { readonly axis: number }): Tensor {
  if (parts.length === 0) throw new RangeError('concat: expected at least one tensor, got none');
  const along = axisOf('concat', axis, parts[0].shape);
  const others = withoutAxes(parts[0].shape, [along], true);
  parts.forEach((part, i) => {
    if (part.shape.length !== others.length || !sameShape(withoutAxes(part.shape, [along], true), others))
      throw new ShapeError(
        'concat',
        `part ${i}`,
        `like ${formatShape(parts[0].shape)} but for axis ${along}`,
        part.shape,
      );
  });
  const lengths = parts.map((part) => part.shape[along]);
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0));
  const shape = withLength(
    others,
    along,
    lengths.reduce((a, b) => a + b, 0),
  );
  const data = allocate(commonDType('concat', parts), sizeOf(shape));
  const inner = sizeOf(shape.slice(along + 1));
  parts.forEach((part, i) => {
    const step = lengths[i] * inner;
    for (
      let from = 0, to = starts[i] * inner;
      from < part.data.length;
      from += step, to += shape[along] * inner
    )
      data.set(part.data.subarray(from, from + step), to);
  });
  return record({ data, shape, dtype: parts[0].dtype }, 'concat', parts, (dy) =>
    lengths.map((length, i) => slice(dy, { axis: along, start: starts[i], end: starts[i] + length })),
  );
}
