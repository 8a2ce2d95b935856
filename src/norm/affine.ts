import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { filled } from '../tensor/ndarray.js';
import type { Shape } from '../tensor/shape.js';
import { requireShape } from './requirements.js';

/** What is normalized, and what it is scaled and shifted by afterwards. */
export interface AffineInputs {
  readonly x: Tensor;
  readonly gamma?: Tensor | undefined;
  readonly beta?: Tensor | undefined;
}

/**
 * γ as an operation uses it: the one that is given, or ones.
 *
 * @throws {ShapeError} if a given γ has another shape.
 */
export function usedGamma(op: string, { x, gamma }: AffineInputs, shape: Shape): Tensor {
  return used(op, 'gamma', gamma ?? constant(shape, 1, x.dtype), shape);
}

/**
 * β as an operation uses it: the one that is given, or zeros.
 *
 * @throws {ShapeError} if a given β has another shape.
 */
export function usedBeta(op: string, { x, beta }: AffineInputs, shape: Shape): Tensor {
  return used(op, 'beta', beta ?? constant(shape, 0, x.dtype), shape);
}

function used(op: string, name: string, value: Tensor, shape: Shape): Tensor {
  requireShape(op, name, value, shape);
  return value;
}

/** A parameter of this shape that holds one number everywhere: γ starts as 1, β as 0. */
export function constant(shape: Shape, value: number, dtype: DType): Tensor {
  return new Tensor(filled(shape, value, dtype));
}
