/**
 * LayerScale: a learned factor for each feature, small at the start, on what a branch adds to the stream.
 *
 *     (1)  y  = λ ⊙ x                         λ of each feature
 *
 * It normalizes nothing, and stands here since it does what norms in front of a sum are there for: it makes a deep stack
 * begin near the identity.
 *
 * Source: Touvron et al. (2021), "Going deeper with image transformers", arXiv:2103.17239, section 2; there λ starts at 0.1 up
 * to 18 layers, at 1e-5 with 24, and at 1e-6 beyond.
 */
import { Module } from '../autograd/module.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant } from './affine.js';
import { composed } from './composition.js';
import {
  requireNormalizedShape,
  requireNumber,
  requireRows,
  requireShape,
  requireTrailing,
} from './requirements.js';

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

/**
 * `layerScale` with a parameter of its own: λ = 1e-5 at the start, as in a network of 24 layers.
 *
 * @example
 * const scale = new LayerScale(2, { lambda: 0.1 });
 * scale.forward(tensor([[1, 5]])); // [[0.1, 0.5]]
 */
export class LayerScale extends Module {
  readonly C: number;
  readonly lambda: Tensor;

  /**
   * @param C The length of a row.
   * @param options `lambda` = 1e-5, the number it starts with; `dtype` of λ.
   * @throws {RangeError} if C is not a whole number from 1, or λ is not a number.
   */
  constructor(C: number, { lambda = 1e-5, dtype = 'float64' }: { lambda?: number; dtype?: DType } = {}) {
    super();
    requireNormalizedShape('LayerScale', [C]);
    requireNumber('LayerScale', 'lambda', lambda);
    this.C = C;
    this.lambda = constant([C], lambda, dtype);
  }

  forward(x: Tensor): Tensor {
    requireTrailing('LayerScale', x, [this.C]);
    return layerScale({ x, lambda: this.lambda });
  }
}
