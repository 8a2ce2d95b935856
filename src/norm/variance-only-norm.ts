/**
 * Variance-only normalization: the second half of layer normalization alone. It divides, and does not centre.
 *
 *     (1)  μ  = mean(x)                       over the C numbers of the row
 *     (2)  σ² = mean((x − μ)²)
 *     (3)  y  = γ ⊙ x / √(σ² + ε)             the deviation is about μ, but μ stays in x
 *
 * It is a variation for study, of no paper; the other half is `meanOnlyNorm`.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant, usedGamma } from './affine.js';
import { composed, withoutMean } from './composition.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

const row = { axis: -1, keepdims: true };

/**
 * Divides each row by its deviation, without centring it, then scales by γ.
 *
 * @param inputs `x` of shape [..., C]; `gamma` of shape [C], which may be left out.
 * @param options `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma has another shape.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * varianceOnlyNorm({ x: tensor([[1, 5]]) }, { eps: 0 }); // the deviation is 2: [[0.5, 2.5]]
 */
export function varianceOnlyNorm(
  inputs: { readonly x: Tensor; readonly gamma?: Tensor | undefined },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  const { x } = inputs;
  requireEps('varianceOnlyNorm', eps);
  const gamma = usedGamma('varianceOnlyNorm', inputs, requireRows('varianceOnlyNorm', x));
  return composed('varianceOnlyNorm', { x, gamma }, (given) => {
    const c = withoutMean(given.x, row); //                                                 (1)
    const variance = mean(mul(c, c), row); //                                              (2)
    return mul(given.gamma, mul(given.x, pow(add(variance, eps), -1 / 2))); //             (3)
  });
}

/**
 * `varianceOnlyNorm` with a parameter of its own: γ = 1 at the start.
 *
 * @example
 * const norm = new VarianceOnlyNorm(2, { eps: 0 });
 * norm.forward(tensor([[1, 5]])); // [[0.5, 2.5]]
 */
export class VarianceOnlyNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `eps` = 1e-5; `affine` = true, false leaves γ out; `dtype` of γ.
   * @throws {RangeError} if C is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(
    C: number,
    { eps = 1e-5, affine = true, dtype = 'float64' }: { eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('VarianceOnlyNorm', eps);
    requireNormalizedShape('VarianceOnlyNorm', [C]);
    [this.C, this.eps] = [C, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    requireTrailing('VarianceOnlyNorm', x, [this.C]);
    return varianceOnlyNorm({ x, gamma: this.gamma }, { eps: this.eps });
  }
}
