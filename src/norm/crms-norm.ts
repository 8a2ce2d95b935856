/**
 * Compressed root mean square normalization: of rows whose mean is 0, kept without their last number, which is minus the
 * sum of the others.
 *
 *     (1)  s  = Σ x                           over the C − 1 numbers kept; −s is the one left out
 *     (2)  q  = (Σ x² + s²) / C               the mean square of the full row
 *     (3)  r  = 1 / √(q + ε)
 *     (4)  x̂  = x · r                         the C − 1 kept, and x̂_C = −s · r
 *     (5)  y  = γ ⊙ x̂
 *
 * Backward, given dy and writing g = γ ⊙ dy:
 *
 *     (6)  dγ = Σ dy ⊙ x̂                      over the rows
 *     (7)  m  = Σ g ⊙ x̂ / C                   over the C − 1: what is left out has no y, and no g
 *     (8)  dx = r · (g − (x̂ − x̂_C) · m)       each number stands in the full row twice: as itself, and in −s
 *
 * For (8): ∂q/∂x = 2 (x + s) / C and ∂r/∂q = −r³/2, so the way through r adds −r³ (x + s) · Σ g ⊙ x / C, which is
 * −r (x̂ − x̂_C) · m. It is the dx of root mean square normalization, less its dx at the number left out, where g is 0.
 *
 * A γ of the full row has a last number that has no place here: it is for the weights that read y.
 *
 * Source: Jiang, Gu, Zhu and Pan (2023), "Pre-RMSNorm and Pre-CRMSNorm Transformers: Equivalent and Efficient Pre-LN
 * Transformers", arXiv:2305.14858; the code of the authors has no γ.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { sum } from '../autograd/ops/sum.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { zerosLike } from '../tensor/ndarray.js';
import { dot, rowsOf } from '../tensor/rows.js';
import type { Row } from '../tensor/rows.js';
import { constant, usedGamma } from './affine.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

const crmsNormOp: Op<'x' | 'gamma', { readonly eps: number }> = defineOp('crmsNorm', {
  forward({ x, gamma }, { eps }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const rstd = new Float64Array(X.count);
    const [C, scale] = [X.C + 1, gamma.data];
    for (let n = 0; n < X.count; n++) {
      const [xn, yn] = [X.row(n), Y.row(n)];
      const s = sumOf(xn); //                                                              (1)
      const r = (rstd[n] = 1 / Math.sqrt((dot(xn, xn) + s * s) / C + eps)); //             (2) (3)
      for (let i = 0; i < X.C; i++) yn[i] = scale[i] * (xn[i] * r); //                     (4) (5)
    }
    return { y, saved: rstd };
  },

  backward(dy, { x, gamma }, rstd) {
    const [dx, dgamma] = [zerosLike(x), zerosLike(gamma)];
    const [X, DY, DX] = [rowsOf(x), rowsOf(dy), rowsOf(dx)];
    const sumDyXhat = new Float64Array(X.C);
    const [C, scale] = [X.C + 1, gamma.data];
    for (let n = 0; n < X.count; n++) {
      const [xn, dyn, dxn, r] = [X.row(n), DY.row(n), DX.row(n), rstd[n]];
      let sumGXhat = 0;
      for (let i = 0; i < X.C; i++) {
        const dyXhat = dyn[i] * (xn[i] * r);
        sumDyXhat[i] += dyXhat; //                                                         (6)
        sumGXhat += scale[i] * dyXhat;
      }
      const [m, s] = [sumGXhat / C, sumOf(xn)]; //                                         (1) (7)
      for (let i = 0; i < X.C; i++) dxn[i] = r * (scale[i] * dyn[i] - (xn[i] + s) * r * m); // (8)
    }
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma };
  },

  compose({ x, gamma }, { eps }) {
    const [s, squares] = [x, mul(x, x)].map((each) => sum(each, { axis: -1, keepdims: true })); // (1)
    const q = div(add(squares, mul(s, s)), x.shape[x.shape.length - 1] + 1); //            (2)
    return mul(gamma, mul(x, pow(add(q, eps), -1 / 2))); //                                (3) (4) (5)
  },
});

function sumOf(row: Row): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i];
  return sum;
}

/**
 * Scales rows of mean 0, each kept without its last number, by the root mean square of the full row, then by γ.
 *
 * @param inputs `x` of shape [..., C − 1]; `gamma` of the shape [C − 1]. Without gamma nothing more is scaled.
 * @param options `eps` = 1e-5, added to the mean square under the root.
 * @returns y, of the shape of x: what `rmsNorm` makes of the full rows, without its last numbers.
 * @throws {ShapeError} if gamma has another shape.
 * @throws {RangeError} if ε is negative or not a number, or nothing is kept.
 * @example
 * crmsNorm({ x: tensor([[1, 7, -7]]) }, { eps: 0 }); // of 1, 7, −7, −1 it makes: [[0.2, 1.4, -1.4]]
 */
export function crmsNorm(
  { x, gamma }: { readonly x: Tensor; readonly gamma?: Tensor | undefined },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  const shape = requireRows('crmsNorm', x);
  requireEps('crmsNorm', eps);
  return crmsNormOp({ x, gamma: usedGamma('crmsNorm', { x, gamma }, shape) }, { eps });
}

/**
 * `crmsNorm` with a parameter of its own: γ = 1 at the start.
 *
 * @example
 * const norm = new CRMSNorm(3, { eps: 0 });
 * norm.forward(tensor([[1, 7, -7]])); // [[0.2, 1.4, -1.4]]
 */
export class CRMSNorm extends Module {
  readonly kept: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;

  /**
   * @param kept How many numbers of a row are kept: C − 1.
   * @param options `eps` = 1e-5; `affine` = true, false leaves γ out; `dtype` of γ.
   * @throws {RangeError} if `kept` is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(
    kept: number,
    { eps = 1e-5, affine = true, dtype = 'float64' }: { eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('CRMSNorm', eps);
    requireNormalizedShape('CRMSNorm', [kept]);
    [this.kept, this.eps] = [kept, eps];
    this.gamma = affine ? constant([kept], 1, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    requireTrailing('CRMSNorm', x, [this.kept]);
    return crmsNorm({ x, gamma: this.gamma }, { eps: this.eps });
  }
}
