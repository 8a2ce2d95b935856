/**
 * Scale normalization: each row is given the same length, a single number that is learned.
 *
 *     (1)  m  = max(‖x‖, ε)                   ‖x‖ = √(Σ x²) over the C numbers of the row
 *     (2)  u  = x / m
 *     (3)  y  = γ · u                         γ is one number for all features
 *
 * Backward, given dy:
 *
 *     (4)  dγ = Σ dy ⊙ u                      over all numbers
 *     (5)  dx = γ / m · (dy − u · Σ dy ⊙ u)   the sum over the row; without it where ‖x‖ < ε, since m is constant there
 *
 * Multiplying a row that is longer than ε by a positive number changes nothing at all. With γ = √C it is root mean
 * square normalization without ε.
 *
 * Source: Nguyen and Salazar (2019), "Transformers without Tears: Improving the Normalization of Self-Attention",
 * arXiv:1910.05895; there γ is called g.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { div } from '../autograd/ops/div.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { zerosLike } from '../tensor/ndarray.js';
import { rowsOf } from '../tensor/rows.js';
import { constant, usedGamma } from './affine.js';
import { lengthOf, lengthsAtLeast } from './length.js';
import {
  requireEps,
  requireNormalizedShape,
  requireNumber,
  requireRows,
  requireTrailing,
} from './requirements.js';

const scaleNormOp: Op<'x' | 'gamma', { readonly eps: number }> = defineOp('scaleNorm', {
  forward({ x, gamma }, { eps }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const lengths = new Float64Array(X.count);
    const [scale] = gamma.data;
    for (let n = 0; n < X.count; n++) {
      const [xn, yn] = [X.row(n), Y.row(n)];
      const m = Math.max((lengths[n] = lengthOf(xn)), eps); //                             (1)
      for (let i = 0; i < X.C; i++) yn[i] = scale * (xn[i] / m); //                        (2) (3)
    }
    return { y, saved: lengths };
  },

  backward(dy, { x, gamma }, lengths, { eps }) {
    const [dx, dgamma] = [zerosLike(x), zerosLike(gamma)];
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array));
    const u = new Float64Array(X.C);
    const [scale] = gamma.data;
    let total = 0;
    for (let n = 0; n < X.count; n++) {
      const [xn, dyn, dxn, m] = [X.row(n), DY.row(n), DX.row(n), Math.max(lengths[n], eps)];
      let sumDyU = 0;
      for (let i = 0; i < X.C; i++) sumDyU += dyn[i] * (u[i] = xn[i] / m); //              (2)
      total += sumDyU; //                                                                  (4)
      const throughLength = lengths[n] < eps ? 0 : sumDyU;
      for (let i = 0; i < X.C; i++) dxn[i] = (scale / m) * (dyn[i] - u[i] * throughLength); // (5)
    }
    dgamma.data[0] = total;
    return { x: dx, gamma: dgamma };
  },

  compose: ({ x, gamma }, { eps }) => mul(gamma, div(x, lengthsAtLeast(x, eps))), //       (1) (2) (3)
});

/**
 * Gives each row of x the length γ.
 *
 * @param inputs `x` of shape [..., C]; `gamma` of shape [1]. Without gamma the length is 1.
 * @param options `eps` = 1e-5: a shorter row is divided by ε in place of its length.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma has another shape.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * scaleNorm({ x: tensor([[3, 4]]), gamma: tensor([10]) }); // [[6, 8]]
 */
export function scaleNorm(
  { x, gamma }: { readonly x: Tensor; readonly gamma?: Tensor | undefined },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('scaleNorm', eps);
  requireRows('scaleNorm', x);
  return scaleNormOp({ x, gamma: usedGamma('scaleNorm', { x, gamma }, [1]) }, { eps });
}

/**
 * `scaleNorm` with a parameter of its own: γ = √C at the start, the length of a row whose mean square is 1.
 *
 * @example
 * const norm = new ScaleNorm(4);
 * norm.forward(tensor([[3, 0, 0, 4]])); // [[1.2, 0, 0, 1.6]]
 */
export class ScaleNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly gamma: Tensor;

  /**
   * @param C The length of a row.
   * @param options `eps` = 1e-5; `gamma` = √C, the number it starts with; `dtype` of γ.
   * @throws {RangeError} if C is not a whole number from 1, ε is negative or not a number, or γ is not a number.
   */
  constructor(
    C: number,
    {
      eps = 1e-5,
      gamma = Math.sqrt(C),
      dtype = 'float64',
    }: { eps?: number; gamma?: number; dtype?: DType } = {},
  ) {
    super();
    requireEps('ScaleNorm', eps);
    requireNormalizedShape('ScaleNorm', [C]);
    requireNumber('ScaleNorm', 'gamma', gamma);
    [this.C, this.eps] = [C, eps];
    this.gamma = constant([1], gamma, dtype);
  }

  forward(x: Tensor): Tensor {
    const { C, eps, gamma } = this;
    requireTrailing('ScaleNorm', x, [C]);
    return scaleNorm({ x, gamma }, { eps });
  }
}
