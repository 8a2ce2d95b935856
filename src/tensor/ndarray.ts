import { allocate } from './dtype.js';
import type { DType, Storage } from './dtype.js';
import { ShapeError } from './errors.js';
import { requireLengths, sizeOf } from './shape.js';
import type { Shape } from './shape.js';

/** A dense array of numbers, row after row. It knows nothing of gradients. */
export interface NDArray {
  readonly data: Storage;
  readonly shape: Shape;
  readonly dtype: DType;
}

/** Numbers in nested lists: 3, [1, 2], [[1, 2], [3, 4]] … */
export type Nested = number | readonly Nested[];

/**
 * An array from flat numbers, row after row, and a shape. The numbers are copied.
 *
 * @throws {ShapeError} if the shape holds another count of numbers.
 * @throws {RangeError} if a length is not a whole number from 0.
 * @example
 * toNested(ndarray([1, 2, 3, 4, 5, 6], [2, 3])); // [[1, 2, 3], [4, 5, 6]]
 */
export function ndarray(data: ArrayLike<number>, shape: Shape, dtype: DType = 'float64'): NDArray {
  requireLengths('ndarray', shape);
  if (data.length !== sizeOf(shape))
    throw new ShapeError('ndarray', 'data', `[${sizeOf(shape)}]`, [data.length]);
  const stored = allocate(dtype, data.length);
  stored.set(data);
  return { data: stored, shape: [...shape], dtype };
}

/**
 * An array of this shape with one number everywhere.
 *
 * @throws {RangeError} if a length is not a whole number from 0.
 * @example
 * toNested(filled([2, 2], 7)); // [[7, 7], [7, 7]]
 */
export function filled(shape: Shape, value: number, dtype: DType = 'float64'): NDArray {
  requireLengths('filled', shape);
  const data = allocate(dtype, sizeOf(shape));
  return { data: value === 0 ? data : data.fill(value), shape, dtype };
}

/**
 * Zeros in the shape and dtype of x.
 *
 * @example
 * toNested(zerosLike(tensor([[1, 2]]))); // [[0, 0]]
 */
export function zerosLike(x: NDArray): NDArray {
  return { data: allocate(x.dtype, x.data.length), shape: x.shape, dtype: x.dtype };
}

/**
 * An array from nested lists, whose nesting is the shape.
 *
 * @throws {RangeError} if the lists on one level differ in length.
 * @throws {TypeError} if something in them is not a number.
 * @example
 * fromNested([[1, 2], [3, 4], [5, 6]]).shape; // [3, 2]
 */
export function fromNested(values: Nested, dtype: DType = 'float64'): NDArray {
  const shape: number[] = [];
  for (let level: unknown = values; Array.isArray(level); level = level[0]) shape.push(level.length);
  const flat: number[] = [];
  collect(values, shape, 0, flat);
  return ndarray(flat, shape, dtype);
}

function collect(values: Nested, shape: Shape, depth: number, flat: number[]): void {
  if (typeof values === 'number') {
    if (depth !== shape.length) throw ragged(shape, depth, 'a number');
    flat.push(values);
    return;
  }
  if (!Array.isArray(values))
    throw new TypeError(
      `tensor: expected numbers in nested lists, got ${values === null ? 'null' : typeof values}`,
    );
  if (depth >= shape.length) throw ragged(shape, depth, `a list of ${values.length}`);
  if (values.length !== shape[depth]) throw ragged(shape, depth, `a list of ${values.length}`);
  for (const value of values as readonly Nested[]) collect(value, shape, depth + 1, flat);
}

function ragged(shape: Shape, depth: number, got: string): RangeError {
  const expected = depth < shape.length ? `a list of ${shape[depth]}` : 'a number';
  return new RangeError(
    `tensor: expected ${expected} everywhere on level ${depth + 1} of the lists, got ${got}`,
  );
}

/**
 * The numbers as nested lists, the inverse of `fromNested`.
 *
 * @example
 * toNested(tensor([[1, 2], [3, 4]])); // [[1, 2], [3, 4]]
 */
export function toNested(x: NDArray): Nested {
  const nest = (axis: number, start: number, size: number): Nested => {
    if (axis === x.shape.length) return x.data[start];
    const step = size / x.shape[axis];
    return Array.from({ length: x.shape[axis] }, (_, i) => nest(axis + 1, start + i * step, step));
  };
  return nest(0, 0, x.data.length);
}

/** A new array with f applied to every number. */
export function mapped(x: NDArray, f: (value: number) => number): NDArray {
  const y = zerosLike(x);
  for (let i = 0; i < y.data.length; i++) y.data[i] = f(x.data[i]);
  return y;
}
