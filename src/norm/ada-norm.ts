/**
 * Adaptive normalization: the factor that follows the standardization is made from the row itself, not learned.
 *
 *     (1)  μ  = mean(x)                       over the C numbers of the row
 *     (2)  σ² = mean((x − μ)²)
 *     (3)  r  = 1 / √(σ² + ε)
 *     (4)  x̂  = (x − μ) · r
 *     (5)  φ  = scale · (1 − k · x̂)           a constant on the way back
 *     (6)  y  = φ ⊙ x̂
 *
 * Backward, given dy and writing g = φ ⊙ dy:
 *
 *     (7)  dx = r · (g − mean(g) − x̂ · mean(g ⊙ x̂))
 *
 * As φ is detached, that is the gradient of no function of x: differences of y disagree with it, on purpose.
 *
 * Source: Xu et al. (2019), "Understanding and Improving Layer Normalization", arXiv:1911.07013, section 4.1; there the
 * scale is called C, and k is 1/10.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { sub } from '../autograd/ops/sub.js';
import { detach } from '../autograd/tensor.js';
import type { Tensor } from '../autograd/tensor.js';
import { zerosLike } from '../tensor/ndarray.js';
import { centre, meanSquare, rowsOf } from '../tensor/rows.js';
import { withoutMean } from './composition.js';
import {
  requireEps,
  requireNormalizedShape,
  requireNumber,
  requireRows,
  requireTrailing,
} from './requirements.js';

/** What a call of `adaNorm` can choose. */
export interface AdaNormOptions {
  /** ε, added to σ² under the square root. 1e-5 unless said otherwise. */
  readonly eps?: number;
  /** The factor of a number that stands at the mean. 1 unless said otherwise. */
  readonly scale?: number;
  /** How much the factor falls with each deviation above the mean. 0.1 unless said otherwise. */
  readonly k?: number;
}

const adaNormOp: Op<'x', Required<AdaNormOptions>> = defineOp('adaNorm', {
  forward({ x }, { eps, scale, k }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const rstd = new Float64Array(X.count);
    const centred = new Float64Array(X.C);
    for (let n = 0; n < X.count; n++) {
      const yn = Y.row(n);
      centre(X.row(n), centred); //                                                        (1)
      const r = (rstd[n] = 1 / Math.sqrt(meanSquare(centred) + eps)); //                   (2) (3)
      for (let i = 0; i < X.C; i++) {
        const xhat = centred[i] * r; //                                                    (4)
        yn[i] = scale * (1 - k * xhat) * xhat; //                                          (5) (6)
      }
    }
    return { y, saved: rstd };
  },

  backward(dy, { x }, rstd, { scale, k }) {
    const dx = zerosLike(x);
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array));
    const [xhat, g] = [new Float64Array(X.C), new Float64Array(X.C)];
    for (let n = 0; n < X.count; n++) {
      const [dyn, dxn, r] = [DY.row(n), DX.row(n), rstd[n]];
      centre(X.row(n), xhat);
      let [sumG, sumGXhat] = [0, 0];
      for (let i = 0; i < X.C; i++) {
        xhat[i] *= r; //                                                                   (4)
        g[i] = scale * (1 - k * xhat[i]) * dyn[i]; //                                      (5)
        sumG += g[i];
        sumGXhat += g[i] * xhat[i];
      }
      const [meanG, meanGXhat] = [sumG / X.C, sumGXhat / X.C];
      for (let i = 0; i < X.C; i++) dxn[i] = r * (g[i] - meanG - xhat[i] * meanGXhat); //  (7)
    }
    return { x: dx };
  },

  compose({ x }, { eps, scale, k }) {
    const row = { axis: -1, keepdims: true };
    const centred = withoutMean(x, row); //                                               (1)
    const rstd = pow(add(mean(mul(centred, centred), row), eps), -1 / 2); //               (2) (3)
    const xhat = mul(centred, rstd); //                                                    (4)
    return mul(detach(mul(scale, sub(1, mul(k, xhat)))), xhat); //                         (5) (6)
  },
});

/**
 * Standardizes each row of x, then scales each number by a factor that falls with it.
 *
 * @param inputs `x` of shape [..., C].
 * @param options `eps` = 1e-5, `scale` = 1, `k` = 0.1.
 * @returns y, of the shape of x.
 * @throws {RangeError} if ε is negative or not a number, scale or k is not a number, or C is 0.
 * @example
 * adaNorm({ x: tensor([[1, 3]]) }, { eps: 0 }); // [[-1.1, 0.9]]
 */
export function adaNorm(
  { x }: { readonly x: Tensor },
  { eps = 1e-5, scale = 1, k = 0.1 }: AdaNormOptions = {},
): Tensor {
  requireOptions('adaNorm', { eps, scale, k });
  requireRows('adaNorm', x);
  return adaNormOp({ x }, { eps, scale, k });
}

function requireOptions(op: string, { eps, scale, k }: Required<AdaNormOptions>): void {
  requireEps(op, eps);
  requireNumber(op, 'scale', scale);
  requireNumber(op, 'k', k);
}

/**
 * `adaNorm` for rows of one length. It has no parameters.
 *
 * @example
 * const norm = new AdaNorm(2, { eps: 0 });
 * norm.forward(tensor([[1, 3]])); // [[-1.1, 0.9]]
 */
export class AdaNorm extends Module {
  readonly C: number;
  readonly options: Required<AdaNormOptions>;

  /**
   * @param C The length of a row.
   * @param options `eps` = 1e-5, `scale` = 1, `k` = 0.1.
   * @throws {RangeError} if C is not a whole number from 1, ε is negative or not a number, or scale or k is not a number.
   */
  constructor(C: number, { eps = 1e-5, scale = 1, k = 0.1 }: AdaNormOptions = {}) {
    super();
    requireOptions('AdaNorm', { eps, scale, k });
    requireNormalizedShape('AdaNorm', [C]);
    this.C = C;
    this.options = { eps, scale, k };
  }

  forward(x: Tensor): Tensor {
    requireTrailing('AdaNorm', x, [this.C]);
    return adaNorm({ x }, this.options);
  }
}
