/**
 * The two halves of layer normalization, each alone: one that only takes the mean off, and one that only divides.
 *
 *     (1)  μ  = mean(x)                       over the C numbers of the row
 *     (2)  σ² = mean((x − μ)²)
 *     (3)  y  = x − μ + β                     mean only
 *     (4)  y  = γ ⊙ x / √(σ² + ε)             variance only: the deviation is about μ, but μ stays in x
 *
 * They are variations for study. Mean-only normalization over a batch goes with weight normalization: Salimans and Kingma
 * (2016), arXiv:1602.07868, section 4.
 */
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import type { Tensor } from '../autograd/tensor.js';
import { usedBeta, usedGamma } from './affine.js';
import { composed, withoutMean } from './composition.js';
import { requireEps, requireRows } from './requirements.js';

const row = { axis: -1, keepdims: true };

/**
 * Takes the mean off each row, then adds β.
 *
 * @param inputs `x` of shape [..., C]; `beta` of shape [C], which may be left out.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if beta has another shape.
 * @throws {RangeError} if C is 0.
 * @example
 * meanOnlyNorm({ x: tensor([[1, 5]]) }); // [[-2, 2]]
 */
export function meanOnlyNorm(inputs: { readonly x: Tensor; readonly beta?: Tensor | undefined }): Tensor {
  const { x } = inputs;
  const beta = usedBeta('meanOnlyNorm', inputs, requireRows('meanOnlyNorm', x));
  return composed('meanOnlyNorm', { x, beta }, (given) => add(withoutMean(given.x, row), given.beta)); // (1) (3)
}

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
    const c = withoutMean(given.x, row); //                                                         (1)
    const variance = mean(mul(c, c), row); //                                              (2)
    return mul(given.gamma, mul(given.x, pow(add(variance, eps), -1 / 2))); //             (4)
  });
}
