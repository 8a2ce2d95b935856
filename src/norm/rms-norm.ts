/**
 * Root mean square normalization: each row is scaled by its own root mean square, and not centred.
 *
 *     (1)  q  = mean(x²)                      over the C numbers of the row
 *     (2)  r  = 1 / √(q + ε)                  rstd: with a mean of 0 it is the reciprocal deviation
 *     (3)  x̂  = x · r
 *     (4)  y  = γ ⊙ x̂
 *
 * Backward, given dy and writing g = γ ⊙ dy:
 *
 *     (5)  dγ = Σ dy ⊙ x̂                      over the rows
 *     (6)  dx = r · (g − x̂ · mean(g ⊙ x̂))
 *
 * Source: Zhang and Sennrich (2019), "Root Mean Square Layer Normalization", arXiv:1910.07467, section 4, equation 4;
 * there γ is called the gain g, and there is no ε.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { zerosLike } from '../tensor/ndarray.js';
import { meanSquare, rowsOf } from '../tensor/rows.js';
import { constant, usedGamma } from './affine.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

const rmsNormOp: Op<'x' | 'gamma', { readonly eps: number }> = defineOp('rmsNorm', {
  forward({ x, gamma }, { eps }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const rstd = new Float64Array(X.count);
    const scale = gamma.data;
    for (let n = 0; n < X.count; n++) {
      const [xn, yn] = [X.row(n), Y.row(n)];
      const r = (rstd[n] = 1 / Math.sqrt(meanSquare(xn) + eps)); //                        (1) (2)
      for (let i = 0; i < X.C; i++) yn[i] = scale[i] * (xn[i] * r); //                     (3) (4)
    }
    return { y, saved: rstd };
  },

  backward(dy, { x, gamma }, rstd) {
    const [dx, dgamma] = [zerosLike(x), zerosLike(gamma)];
    const [X, DY, DX] = [rowsOf(x), rowsOf(dy), rowsOf(dx)];
    const sumDyXhat = new Float64Array(X.C);
    const scale = gamma.data;
    for (let n = 0; n < X.count; n++) {
      const [xn, dyn, dxn, r] = [X.row(n), DY.row(n), DX.row(n), rstd[n]];
      let sumGXhat = 0;
      for (let i = 0; i < X.C; i++) {
        const dyXhat = dyn[i] * (xn[i] * r);
        sumDyXhat[i] += dyXhat; //                                                         (5)
        sumGXhat += scale[i] * dyXhat;
      }
      const meanGXhat = sumGXhat / X.C;
      for (let i = 0; i < X.C; i++) dxn[i] = r * (scale[i] * dyn[i] - xn[i] * r * meanGXhat); // (6)
    }
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma };
  },

  compose({ x, gamma }, { eps }) {
    const rstd = pow(add(mean(mul(x, x), { axis: -1, keepdims: true }), eps), -1 / 2); //  (1) (2)
    return mul(gamma, mul(x, rstd)); //                                                    (3) (4)
  },
});

/**
 * Scales each row of x by its root mean square, then by γ.
 *
 * @param inputs `x` of shape [..., C]; `gamma` of shape [C]. Without gamma nothing more is scaled.
 * @param options `eps` = 1e-5, added to the mean square under the root.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma has another shape.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * rmsNorm({ x: tensor([[1, 7]]) }, { eps: 0 }); // [[0.2, 1.4]]
 */
export function rmsNorm(
  { x, gamma }: { readonly x: Tensor; readonly gamma?: Tensor | undefined },
  { eps = 1e-5 }: { readonly eps?: number } = {},
): Tensor {
  const shape = requireRows('rmsNorm', x);
  requireEps('rmsNorm', eps);
  return rmsNormOp({ x, gamma: usedGamma('rmsNorm', { x, gamma }, shape) }, { eps });
}

/**
 * `rmsNorm` with a parameter of its own: γ = 1 at the start.
 *
 * @example
 * const norm = new RMSNorm(2, { eps: 0 });
 * norm.forward(tensor([[1, 7]])); // [[0.2, 1.4]]
 */
export class RMSNorm extends Module {
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
    requireEps('RMSNorm', eps);
    requireNormalizedShape('RMSNorm', [C]);
    [this.C, this.eps] = [C, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    requireTrailing('RMSNorm', x, [this.C]);
    return rmsNorm({ x, gamma: this.gamma }, { eps: this.eps });
  }
}
