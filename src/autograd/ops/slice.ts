import { allocate } from '../../tensor/dtype.js';
import { axisOf, sizeOf, withLength } from '../../tensor/shape.js';
import { definePrimitive } from '../op.js';
import type { Op } from '../op.js';
import type { Tensor } from '../tensor.js';

/** Which part of one axis: from `start` up to, but not including, `end`. Negative places count from the end. */
export interface SliceOptions {
  readonly axis: number;
  readonly start?: number;
  readonly end?: number;
}

/** A part of an axis of a known length, and where it lies. */
interface Part {
  readonly axis: number;
  readonly start: number;
  /** The length of the axis outside the part as well. */
  readonly whole: number;
  readonly length: number;
}

/**
 * A part of x along one axis, as `Array.prototype.slice` counts.
 *
 * @example
 * slice(tensor([1, 2, 3, 4]), { axis: 0, start: 1, end: 3 }); // [2, 3]
 * @throws {RangeError} if there is no such axis, or a place is not a whole number.
 */
export function slice(x: Tensor, { axis, start = 0, end = Infinity }: SliceOptions): Tensor {
  const along = axisOf('slice', axis, x.shape);
  const whole = x.shape[along];
  for (const [name, i] of Object.entries({ start, end }))
    if (!Number.isInteger(i) && Math.abs(i) !== Infinity)
      throw new RangeError(`slice: expected ${name} to be a whole number, got ${i}`);
  const place = (i: number): number => Math.min(whole, Math.max(0, i < 0 ? i + whole : i));
  return cut(
    { x },
    { axis: along, start: place(start), whole, length: Math.max(0, place(end) - place(start)) },
  );
}

/** Cutting out and setting in among zeros are each other's way back. */
const cut: Op<'x', Part> = definePrimitive('slice', {
  forward({ x }, { axis, start, whole, length }) {
    const inner = sizeOf(x.shape.slice(axis + 1));
    const shape = withLength(x.shape, axis, length);
    const data = allocate(x.dtype, sizeOf(shape));
    const step = length * inner;
    for (let to = 0, from = start * inner; to < data.length; to += step, from += whole * inner)
      data.set(x.data.subarray(from, from + step), to);
    return { data, shape, dtype: x.dtype };
  },
  backward: (dy, _, __, part) => ({ x: setIn({ x: dy }, part) }),
});

const setIn: Op<'x', Part> = definePrimitive('setIn', {
  forward({ x }, { axis, start, whole, length }) {
    const inner = sizeOf(x.shape.slice(axis + 1));
    const shape = withLength(x.shape, axis, whole);
    const data = allocate(x.dtype, sizeOf(shape));
    const step = length * inner;
    for (let from = 0, to = start * inner; from < x.data.length; from += step, to += whole * inner)
      data.set(x.data.subarray(from, from + step), to);
    return { data, shape, dtype: x.dtype };
  },
  backward: (dy, _, __, part) => ({ x: cut({ x: dy }, part) }),
});
