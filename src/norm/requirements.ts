import { ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { formatShape, requireLengths, sameShape, sizeOf } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';

/** @throws {ShapeError} if the array has another shape than the one expected. */
export function requireShape(op: string, argument: string, array: NDArray, expected: Shape): void {
  if (!sameShape(array.shape, expected))
    throw new ShapeError(op, argument, formatShape(expected), array.shape);
}

/** @throws {RangeError} if ε is negative, infinite or not a number. */
export function requireEps(op: string, eps: number): void {
  if (!(eps >= 0 && eps < Infinity))
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

/** @throws {ShapeError} if x does not end in the normalized axes. */
export function requireTrailing(op: string, x: NDArray, normalizedShape: Shape): void {
  if (!sameShape(x.shape.slice(-normalizedShape.length), normalizedShape))
    throw new ShapeError(op, 'x', `[..., ${normalizedShape.join(', ')}]`, x.shape);
}
