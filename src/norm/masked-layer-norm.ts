/**
 * Layer normalization over rows of unequal lengths: what fills them up takes no part.
 *
 *     (1)  n  = Σ m                           m is 1 at real numbers, 0 at padding
 *     (2)  μ  = Σ m ⊙ x / n
 *     (3)  σ² = Σ m ⊙ (x − μ)² / n            divided by the real length, not by the padded one
 *     (4)  y  = γ ⊙ (x − μ) / √(σ² + ε) + β   at real numbers, 0 at padding
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { sub } from '../autograd/ops/sub.js';
import { sum } from '../autograd/ops/sum.js';
import { where } from '../autograd/ops/where.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { mapped } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Shape } from '../tensor/shape.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { composed } from './composition.js';
import {
  requireEps,
  requireNormalizedShape,
  requireRows,
  requireShape,
  requireTrailing,
} from './requirements.js';

/**
 * Normalizes each row over its real numbers.
 *
 * @param inputs `x` of shape [..., C]; `mask` of the same shape: not 0 at real numbers, 0 at padding; `gamma` and `beta` of
 * shape [C], which may be left out. What stands at padding does not matter, not even NaN.
 * @param options `eps` = 1e-5.
 * @returns y, of the shape of x, 0 at padding; a row without real numbers is 0.
 * @throws {ShapeError} if mask, gamma or beta has another shape.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * maskedLayerNorm({ x: tensor([[1, 3, 100]]), mask: tensor([[1, 1, 0]]) }, { eps: 0 }); // [[-1, 1, 0]]
 */
export function maskedLayerNorm(
  { mask, ...inputs }: AffineInputs & { readonly mask: NDArray },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  const name = 'maskedLayerNorm';
  const { x } = inputs;
  const shape = requireRows(name, x);
  requireEps(name, eps);
  const [gamma, beta] = [usedGamma(name, inputs, shape), usedBeta(name, inputs, shape)];
  requireMask(name, mask, x.shape);
  return composed(name, { x, gamma, beta }, (given) => {
    const xhat = standardized(given.x, mask, { axis: [-1], eps });
    return where(mask, add(mul(given.gamma, xhat), given.beta), 0); //                     (4)
  });
}

/** @throws {ShapeError} if a mask has another shape. */
export function requireMask(op: string, mask: NDArray, expected: Shape): void {
  requireShape(op, 'mask', mask, expected);
}

/** x centred and scaled over its real numbers along some axes, 0 at padding; the mask is stretched to x. */
export function standardized(
  x: Tensor,
  mask: NDArray,
  { axis, eps }: { readonly axis: readonly number[]; readonly eps: number },
): Tensor {
  const over = { axis, keepdims: true };
  const real = where(mask, new Tensor(mapped(x, () => 1)), 0);
  const n = sum(real, over); //                                                            (1)
  // A set without real numbers is divided by 1: it holds zeros only.
  const share = new Tensor(mapped(n, (count) => 1 / Math.max(1, count)));
  const kept = where(mask, x, 0);
  const mu = mul(sum(kept, over), share); //                                               (2)
  const centred = where(mask, sub(kept, mu), 0);
  const left = mul(sum(centred, over), share); // What rounding left of the mean.
  const c = where(mask, sub(centred, left), 0);
  const variance = mul(sum(mul(c, c), over), share); //                                    (3)
  return mul(c, pow(add(variance, eps), -1 / 2));
}

/**
 * `maskedLayerNorm` for rows of one padded length, with parameters of its own: γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new MaskedLayerNorm(3, { eps: 0 });
 * norm.forward(tensor([[1, 3, 100]]), tensor([[1, 1, 0]])); // [[-1, 1, 0]]
 */
export class MaskedLayerNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `eps` = 1e-5; `affine` = true, false leaves γ and β out; `dtype` of γ and β.
   * @throws {RangeError} if C is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(
    C: number,
    { eps = 1e-5, affine = true, dtype = 'float64' }: { eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('MaskedLayerNorm', eps);
    requireNormalizedShape('MaskedLayerNorm', [C]);
    [this.C, this.eps] = [C, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  /**
   * @param x Shape [..., C].
   * @param mask The shape of x: not 0 at real numbers, 0 at padding.
   */
  forward(x: Tensor, mask: NDArray): Tensor {
    const { C, eps, gamma, beta } = this;
    requireTrailing('MaskedLayerNorm', x, [C]);
    requireMask('MaskedLayerNorm', mask, x.shape);
    return maskedLayerNorm({ x, mask, gamma, beta }, { eps });
  }
}
