import { requireArray, ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { axisOf, sizeOf, withoutAxes } from '../tensor/shape.js';
import { requireNormalizedShape } from './requirements.js';

/** An array cut along one axis: a slice for each place on it, with all the numbers that stand there. */
export interface Slices {
  /** How many slices there are. */
  readonly count: number;
  /** How many numbers a slice holds. */
  readonly length: number;
  /** A copy of the k-th slice, in the order of memory. */
  read(k: number): Float64Array;
  /** Writes the k-th slice. */
  write(k: number, slice: ArrayLike<number>): void;
}

/**
 * Cuts an array along an axis: along axis 0 a matrix is cut into its rows, along axis 1 into its columns.
 *
 * @example
 * slicesOf(tensor([[1, 2], [3, 4]]), 1).read(0); // the first column: [1, 3]
 */
export function slicesOf({ data, shape }: NDArray, axis: number): Slices {
  const [count, run] = [shape[axis], sizeOf(shape.slice(axis + 1))];
  const length = sizeOf(withoutAxes(shape, [axis], false));
  const place = (k: number, i: number): number => (Math.floor(i / run) * count + k) * run + (i % run);
  return {
    count,
    length,
    read: (k) => Float64Array.from({ length }, (_, i) => data[place(k, i)]),
    write(k, slice) {
      for (let i = 0; i < length; i++) data[place(k, i)] = slice[i];
    },
  };
}

/** The shape of one number for each slice as it stands beside the array: [out, 1] for [out, in] and axis 0. */
export function besideSlices(shape: readonly number[], axis: number): number[] {
  return shape.map((length, i) => (i === axis ? length : 1));
}

/**
 * The axis that weights are cut along, counted from 0.
 *
 * @throws {ShapeError} if the weights have fewer than two axes.
 * @throws {RangeError} if there is no such axis, or the slices are empty.
 */
export function requireSlices(op: string, argument: string, array: NDArray, axis: number): number {
  requireArray(op, argument, array);
  const { shape } = array;
  if (shape.length < 2) throw new ShapeError(op, argument, '[out, in, ...]', shape);
  const kept = axisOf(op, axis, shape);
  requireNormalizedShape(op, withoutAxes(shape, [kept], false));
  return kept;
}
