/**
 * Layer normalization whose statistics are constants on the way back: the mean, the variance, or both.
 *
 *     (1)  μ  = mean(x)                       over the C numbers of the row
 *     (2)  σ² = mean((x − μ)²)
 *     (3)  r  = 1 / √(σ² + ε)
 *     (4)  x̂  = (x − μ) · r
 *     (5)  y  = γ ⊙ x̂ + β                     the same numbers as layer normalization
 *
 * Backward, given dy and writing g = γ ⊙ dy:
 *
 *     (6)  dβ = Σ dy                          over the rows
 *     (7)  dγ = Σ dy ⊙ x̂                      over the rows
 *     (8)  dx = r · (g − mean(g) − x̂ · mean(g ⊙ x̂))
 *              without mean(g) if μ is detached, without x̂ · mean(g ⊙ x̂) if σ² is
 *
 * That is the gradient of no function of x: differences of y disagree with it, on purpose. It shows which part of the
 * backward of layer normalization does the work.
 *
 * Source: Xu et al. (2019), "Understanding and Improving Layer Normalization", arXiv:1911.07013, section 3.2; there
 * DetachNorm detaches both and has no γ and β.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { sub } from '../autograd/ops/sub.js';
import { detach as cutOff } from '../autograd/tensor.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { zerosLike } from '../tensor/ndarray.js';
import { centre, meanSquare, rowsOf } from '../tensor/rows.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

/** What the way back takes for a constant. */
export type Detached = 'mean' | 'variance' | 'both';

interface Options {
  readonly eps: number;
  readonly detach: Detached;
}

const detachNormOp: Op<'x' | 'gamma' | 'beta', Options> = defineOp('detachNorm', {
  forward({ x, gamma, beta }, { eps }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const rstd = new Float64Array(X.count);
    const centred = new Float64Array(X.C);
    const [g, b] = [gamma.data, beta.data];
    for (let n = 0; n < X.count; n++) {
      const yn = Y.row(n);
      centre(X.row(n), centred); //                                                        (1)
      const r = (rstd[n] = 1 / Math.sqrt(meanSquare(centred) + eps)); //                   (2) (3)
      for (let i = 0; i < X.C; i++) yn[i] = g[i] * (centred[i] * r) + b[i]; //             (4) (5)
    }
    return { y, saved: rstd };
  },

  backward(dy, { x, gamma, beta }, rstd, { detach }) {
    const [dx, dgamma, dbeta] = [zerosLike(x), zerosLike(gamma), zerosLike(beta)];
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array));
    const [xhat, g] = [new Float64Array(X.C), new Float64Array(X.C)];
    const scale = gamma.data;
    const [sumDy, sumDyXhat] = [new Float64Array(X.C), new Float64Array(X.C)];
    for (let n = 0; n < X.count; n++) {
      const [dyn, dxn, r] = [DY.row(n), DX.row(n), rstd[n]];
      centre(X.row(n), xhat);
      let [sumG, sumGXhat] = [0, 0];
      for (let i = 0; i < X.C; i++) {
        xhat[i] *= r; //                                                                   (4)
        g[i] = scale[i] * dyn[i];
        sumG += g[i];
        sumGXhat += g[i] * xhat[i];
        sumDy[i] += dyn[i]; //                                                             (6)
        sumDyXhat[i] += dyn[i] * xhat[i]; //                                               (7)
      }
      const throughMean = detach === 'variance' ? sumG / X.C : 0;
      const throughVariance = detach === 'mean' ? sumGXhat / X.C : 0;
      for (let i = 0; i < X.C; i++) dxn[i] = r * (g[i] - throughMean - xhat[i] * throughVariance); // (8)
    }
    dbeta.data.set(sumDy);
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma, beta: dbeta };
  },

  compose({ x, gamma, beta }, { eps, detach }) {
    const row = { axis: -1, keepdims: true };
    const mu = mean(x, row); //                                                            (1)
    const centred = sub(x, mu);
    const rstd = pow(add(mean(mul(centred, centred), row), eps), -1 / 2); //               (2) (3)
    const above = detach === 'variance' ? centred : sub(x, cutOff(mu));
    const xhat = mul(above, detach === 'mean' ? rstd : cutOff(rstd)); //                   (4)
    return add(mul(gamma, xhat), beta); //                                                 (5)
  },
});

/**
 * Normalizes each row of x as `layerNorm` does, with statistics that are constants on the way back.
 *
 * @param inputs `x` of shape [..., C]; `gamma` and `beta` of shape [C]. Without gamma and beta nothing is scaled or
 * shifted.
 * @param options `detach`: 'mean', 'variance' or 'both', which is what it does unless said otherwise; `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma or beta has another shape.
 * @throws {RangeError} if `detach` is none of the three, ε is negative or not a number, or C is 0.
 * @example
 * const x = tensor([1, 2, 6]);
 * gradient(detachNorm({ x }), [x], { dy: [1, 1, 1] })[0]; // 1/σ each, where layerNorm gives 0: [0.4629, 0.4629, 0.4629]
 */
export function detachNorm(
  inputs: AffineInputs,
  { eps = 1e-5, detach = 'both' }: { readonly eps?: number; readonly detach?: Detached } = {},
): Tensor {
  const shape = requireRows('detachNorm', inputs.x);
  requireEps('detachNorm', eps);
  requireDetached('detachNorm', detach);
  const gamma = usedGamma('detachNorm', inputs, shape);
  const beta = usedBeta('detachNorm', inputs, shape);
  return detachNormOp({ x: inputs.x, gamma, beta }, { eps, detach });
}

function requireDetached(op: string, detach: string): void {
  if (!['mean', 'variance', 'both'].includes(detach))
    throw new RangeError(`${op}: expected detach to be 'mean', 'variance' or 'both', got '${detach}'`);
}

/**
 * `detachNorm` with parameters of its own: γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new DetachNorm(3, { detach: 'mean', affine: false });
 * norm.forward(tensor([[0.2, 0.1, 0.3]])); // [[0, -1.2238, 1.2238]]
 */
export class DetachNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly detach: Detached;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `detach` = 'both'; `eps` = 1e-5; `affine` = true, false leaves γ and β out as in the paper; `dtype` of
   * γ and β.
   * @throws {RangeError} if C is not a whole number from 1, `detach` is none of the three, or ε is negative or not a
   * number.
   */
  constructor(
    C: number,
    {
      eps = 1e-5,
      detach = 'both',
      affine = true,
      dtype = 'float64',
    }: { eps?: number; detach?: Detached; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('DetachNorm', eps);
    requireDetached('DetachNorm', detach);
    requireNormalizedShape('DetachNorm', [C]);
    [this.C, this.eps, this.detach] = [C, eps, detach];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { C, eps, detach, gamma, beta } = this;
    requireTrailing('DetachNorm', x, [C]);
    return detachNorm({ x, gamma, beta }, { eps, detach });
  }
}
