import { allocate } from './dtype.js';
import { ShapeError } from './errors.js';
import type { NDArray } from './ndarray.js';
import { formatShape, sameShape, sizeOf, stridesOf, withoutAxes } from './shape.js';
import type { Shape } from './shape.js';

/**
 * The shape two arrays share, as NumPy has it: aligned at the last axis, a length of 1 stretches.
 *
 * @throws {ShapeError} if two lengths differ and neither is 1.
 */
export function broadcastShape(op: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a;
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const m = a[axis - rank + a.length] ?? 1;
    const n = b[axis - rank + b.length] ?? 1;
    if (m !== n && m !== 1 && n !== 1)
      throw new ShapeError(
        op,
        'b',
        `that fits ${formatShape(a)}`,
        b,
        'Counted from the last axis, lengths must be equal or one of them 1',
      );
    return m === 1 ? n : m;
  });
}

/** x repeated along new axes and along axes of length 1, so that it has `shape`. */
export function stretched(x: NDArray, shape: Shape): NDArray {
  const data = allocate(x.dtype, sizeOf(shape));
  const steps = stepsThrough(x.shape, shape);
  const index = new Array<number>(shape.length).fill(0);
  const width = shape[shape.length - 1] ?? 1;
  const step = steps[steps.length - 1] ?? 0;
  let from = 0;
  for (let start = 0; start < data.length; start += width) {
    for (let i = 0; i < width; i++) data[start + i] = x.data[from + i * step];
    for (let axis = shape.length - 2; axis >= 0; axis--) {
      from += steps[axis];
      if (++index[axis] < shape[axis]) break;
      from -= steps[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return { data, shape, dtype: x.dtype };
}

/** How far to move in x for one step along each axis of `shape`: 0 where x is repeated. */
function stepsThrough(x: Shape, shape: Shape): number[] {
  const strides = stridesOf(x);
  const added = shape.length - x.length;
  return shape.map((_, axis) => (axis < added || x[axis - added] === 1 ? 0 : strides[axis - added]));
}

/** The axes along which `stretched` repeated x to make `shape`. */
export function stretchedAxes(x: Shape, shape: Shape): number[] {
  const added = shape.length - x.length;
  return shape.flatMap((length, axis) =>
    axis < added || (x[axis - added] === 1 && length !== 1) ? [axis] : [],
  );
}

/** The sum over one axis, which stays with length 1. Sums are kept in float64 and rounded once. */
export function summed(x: NDArray, axis: number): NDArray {
  const shape = withoutAxes(x.shape, [axis], true);
  const inner = sizeOf(x.shape.slice(axis + 1));
  const n = x.shape[axis];
  const data = allocate(x.dtype, sizeOf(shape));
  const totals = new Float64Array(inner);
  for (let start = 0; start < data.length; start += inner) {
    totals.fill(0);
    const from = x.data.subarray(start * n, (start + inner) * n);
    for (let k = 0, at = 0; k < n; k++) for (let i = 0; i < inner; i++, at++) totals[i] += from[at];
    data.set(totals, start);
  }
  return { data, shape, dtype: x.dtype };
}
