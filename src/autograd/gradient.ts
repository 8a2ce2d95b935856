import type { Nested } from '../tensor/ndarray.js';
import { zerosLike } from '../tensor/ndarray.js';
import { cotangents, Tensor } from './tensor.js';
import type { BackwardOptions } from './tensor.js';

/**
 * The gradients of ⟨y, dy⟩ for some tensors, without touching anybody's `grad`.
 *
 * @param y The tensor to differentiate.
 * @param inputs What to differentiate by. A tensor that y does not depend on gets zeros.
 * @param options `dy`, the cotangent (may be left out if y is a single number); `createGraph`, to differentiate again.
 * @example
 * const x = tensor(3);
 * const [dx] = gradient(pow(x, 3), [x], { createGraph: true }); // 3x² = 27
 * const [ddx] = gradient(dx, [x]); // 6x = 18
 */
export function gradient(
  y: Tensor,
  inputs: readonly Tensor[],
  { dy, ...options }: BackwardOptions & { readonly dy?: Tensor | Nested } = {},
): Tensor[] {
  const found = cotangents(y, dy, options);
  return inputs.map((input) => found.get(input) ?? new Tensor(zerosLike(input)));
}
