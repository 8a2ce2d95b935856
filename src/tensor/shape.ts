/** The length of each axis; the last axis runs fastest in memory. A scalar has the shape []. */
export type Shape = readonly number[];

/**
 * How many numbers an array of this shape holds.
 *
 * @example
 * sizeOf([2, 3, 4]); // 24
 */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/**
 * How far apart in memory neighbours along each axis are.
 *
 * @example
 * stridesOf([2, 3, 4]); // [12, 4, 1]
 */
export function stridesOf(shape: Shape): number[] {
  const strides: number[] = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

/**
 * Whether two shapes have the same axes of the same lengths.
 *
 * @example
 * sameShape([2, 3], [3, 2]); // false
 */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/**
 * The way a shape is written everywhere.
 *
 * @example
 * formatShape([2, 3]); // '[2, 3]'
 */
export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/**
 * Reads an axis as NumPy does: −1 is the last one.
 *
 * @throws {RangeError} if there is no such axis.
 */
export function axisOf(op: string, axis: number, shape: Shape): number {
  const found = axis < 0 ? axis + shape.length : axis;
  if (shape.length === 0) throw new RangeError(`${op}: expected at least one axis, got a single number`);
  if (!Number.isInteger(found) || found < 0 || found >= shape.length)
    throw new RangeError(
      `${op}: expected axis from ${-shape.length} to ${shape.length - 1} for shape ${formatShape(shape)}, got ${axis}`,
    );
  return found;
}

/**
 * @throws {RangeError} if a length is not a whole number from 0.
 * @throws {TypeError} if the shape is no list.
 */
export function requireLengths(op: string, shape: Shape): void {
  if (!Array.isArray(shape))
    throw new TypeError(
      `${op}: expected a shape as a list of lengths, got ${String(shape)}. Write [3], not 3`,
    );
  if (!shape.every((length) => Number.isInteger(length) && length >= 0))
    throw new RangeError(
      `${op}: expected a shape of whole numbers that are not negative, got ${formatShape(shape)}`,
    );
}

/** The shape with some axes set to length 1 (`keepdims`) or taken out. */
export function withoutAxes(shape: Shape, axes: readonly number[], keepdims: boolean): number[] {
  return keepdims
    ? shape.map((length, axis) => (axes.includes(axis) ? 1 : length))
    : shape.filter((_, axis) => !axes.includes(axis));
}

/** The shape with one axis of another length. */
export function withLength(shape: Shape, axis: number, length: number): number[] {
  return shape.map((before, i) => (i === axis ? length : before));
}
