import { requireArray, ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { formatShape, requireLengths, sameShape, sizeOf } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';

/**
 * @throws {ShapeError} if the array has another shape than the one expected.
 * @throws {TypeError} if it is no array.
 */
export function requireShape(op: string, argument: string, array: NDArray, expected: Shape): void {
  requireArray(op, argument, array);
  if (!sameShape(array.shape, expected))
    throw new ShapeError(op, argument, formatShape(expected), array.shape);
}

/** @throws {RangeError} if ε is negative, infinite or not a number. */
export function requireEps(op: string, eps: number): void {
  if (!(Number.isFinite(eps) && eps >= 0))
    throw new RangeError(`${op}: expected eps to be 0 or a small positive number, got ${eps}`);
}

/** @throws {RangeError} if there is nothing to normalize over. */
export function requireNormalizedShape(op: string, normalizedShape: Shape): void {
  requireLengths(op, normalizedShape);
  if (normalizedShape.length === 0 || sizeOf(normalizedShape) === 0)
    throw new RangeError(
      `${op}: expected at least one number to normalize over, got normalizedShape ${formatShape(normalizedShape)}`,
    );
}

/**
 * The shape of one row of x, [C].
 *
 * @throws {RangeError} if there is nothing in a row to normalize over.
 * @throws {TypeError} if x is no array.
 */
export function requireRows(op: string, x: NDArray, argument: string = 'x'): Shape {
  requireArray(op, argument, x);
  const shape = x.shape.slice(-1);
  requireNormalizedShape(op, shape);
  return shape;
}

/** @throws {ShapeError} if x does not end in the normalized axes. */
export function requireTrailing(op: string, x: NDArray, normalizedShape: Shape): void {
  requireArray(op, 'x', x);
  if (!sameShape(x.shape.slice(-normalizedShape.length), normalizedShape))
    throw new ShapeError(op, 'x', `[..., ${normalizedShape.join(', ')}]`, x.shape);
}

/** @throws {RangeError} if an option is infinite or not a number. */
export function requireNumber(op: string, option: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${op}: expected ${option} to be a number, got ${value}`);
}

/**
 * The number of channels of x.
 *
 * @throws {ShapeError} if x has no axis of channels, or an axis other than the first is empty.
 */
export function requireChannels(op: string, x: NDArray, expected?: number): number {
  requireArray(op, 'x', x);
  const C = expected ?? x.shape[1];
  if (C === undefined || x.shape[1] !== C || x.shape.slice(1).includes(0)) {
    const isLast = x.shape.length > 2 && x.shape[x.shape.length - 1] === expected && x.shape[1] !== expected;
    const remedy = isLast ? 'The channels seem to stand last: transpose moves them behind the samples' : '';
    throw new ShapeError(op, 'x', `[N, ${C || 'C'}, ...]`, x.shape, remedy);
  }
  return C;
}

/** @throws {RangeError} if the channels cannot be divided into so many groups. */
export function requireGroups(op: string, groups: number, C: number): void {
  if (!(Number.isInteger(groups) && groups >= 1 && C % groups === 0))
    throw new RangeError(`${op}: expected groups to divide the ${C} channels, got ${groups}`);
}

/** @throws {ShapeError} if x of shape [N, C, ...] has no axis of positions. */
export function requirePositions(op: string, x: NDArray): void {
  if (x.shape.length < 3) throw new ShapeError(op, 'x', '[N, C, positions, ...]', x.shape);
}

/** @throws {RangeError} if the size of a window is not a whole number from 1. */
export function requireSize(op: string, size: number): void {
  if (!(Number.isInteger(size) && size >= 1))
    throw new RangeError(`${op}: expected size to be a whole number from 1, got ${size}`);
}

/** @throws {RangeError} if a channel has one value only: its deviation over the batch would be 0. */
export function requireSeveral(op: string, x: NDArray, C: number): void {
  if (x.data.length === C)
    throw new RangeError(
      `${op}: expected more than one value for each channel in training, got x of shape ${formatShape(x.shape)}. ` +
        'Give it a larger batch, or use it with evaluate()',
    );
}
