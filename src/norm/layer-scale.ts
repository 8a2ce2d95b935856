/**
 * LayerScale: a learned factor for each feature, small at the start, on what a branch adds to the stream.
 *
 *     (1)  y  = λ ⊙ x                         λ of each feature
 *
 * It normalizes nothing, and stands here since it does what norms in front of a sum are there for: it makes a deep stack
 * begin near the identity.
 *
 * Source: Touvron et al. (2021), "Going deeper with image transformers", arXiv:2103.17239, section 2.
 */
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import { composed } from './composition.js';
import { requireRows, requireShape } from './requirements.js';

/**
 * Scales each feature by its λ. As a part of a Transformer it is a placement: `placements.layerscale`.
 *
 * @param inputs `x` of shape [..., C]; `lambda` of shape [C].
 * @returns y, of the shape of x.
 * @throws {ShapeError} if lambda has another shape.
 * @throws {RangeError} if C is 0.
 * @example
 * layerScale({ x: tensor([[1, 5]]), lambda: tensor([0.1, 0.2]) }); // [[0.1, 1]]
 */
export function layerScale({ x, lambda }: { readonly x: Tensor; readonly lambda: Tensor }): Tensor {
  requireShape('layerScale', 'lambda', lambda, requireRows('layerScale', x));
  return composed('layerScale', { x, lambda }, (given) => mul(given.lambda, given.x));
}
