/**
 * Layer normalization: each row is centred and scaled by its own mean and deviation.
 *
 *     (1)  μ  = mean(x)                       over the C numbers of the row
 *     (2)  σ² = mean((x − μ)²)                divided by C, not by C − 1
 *     (3)  r  = 1 / √(σ² + ε)                 rstd, the reciprocal standard deviation
 *     (4)  x̂  = (x − μ) · r
 *     (5)  y  = γ ⊙ x̂ + β
 *
 * Backward, given dy and writing g = γ ⊙ dy:
 *
 *     (6)  dβ = Σ dy                          over the rows
 *     (7)  dγ = Σ dy ⊙ x̂                      over the rows
 *     (8)  dx = r · (g − mean(g) − x̂ · mean(g ⊙ x̂))
 *
 * Source: Ba, Kiros and Hinton (2016), "Layer Normalization", arXiv:1607.06450, section 3; there
 * γ is called the gain g and β the bias b.
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
import { centre, meanSquare, rowsOf } from '../tensor/rows.js';
import { sizeOf } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { withoutMean } from './composition.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

/** What a call of `layerNorm` can choose. */
export interface LayerNormOptions {
  /** ε, added to σ² under the square root. 1e-5 unless said otherwise, as in PyTorch. */
  readonly eps?: number;
  /** The trailing axes that are normalized together: C is the product. The last axis unless said otherwise. */
  readonly normalizedShape?: Shape;
}

const layerNormOp: Op<'x' | 'gamma' | 'beta', Required<LayerNormOptions>> = defineOp('layerNorm', {
  forward({ x, gamma, beta }, { eps, normalizedShape }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x, sizeOf(normalizedShape)), rowsOf(y, sizeOf(normalizedShape))];
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

  backward(dy, { x, gamma, beta }, rstd, { normalizedShape }) {
    const [dx, dgamma, dbeta] = [zerosLike(x), zerosLike(gamma), zerosLike(beta)];
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array, sizeOf(normalizedShape)));
    const [xhat, g] = [new Float64Array(X.C), new Float64Array(X.C)];
    const scale = gamma.data;
    const [sumDy, sumDyXhat] = [new Float64Array(X.C), new Float64Array(X.C)];
    for (let n = 0; n < X.count; n++) {
      const [dyn, dxn, r] = [DY.row(n), DX.row(n), rstd[n]];
      centre(X.row(n), xhat); //                                                           (1)
      let [sumG, sumGXhat] = [0, 0];
      for (let i = 0; i < X.C; i++) {
        xhat[i] *= r; //                                                                   (4)
        const d = dyn[i];
        g[i] = scale[i] * d;
        sumG += g[i];
        sumGXhat += g[i] * xhat[i];
        sumDy[i] += d; //                                                                  (6)
        sumDyXhat[i] += d * xhat[i]; //                                                    (7)
      }
      const [meanG, meanGXhat] = [sumG / X.C, sumGXhat / X.C];
      for (let i = 0; i < X.C; i++) dxn[i] = r * (g[i] - meanG - xhat[i] * meanGXhat); //  (8)
    }
    dbeta.data.set(sumDy);
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma, beta: dbeta };
  },

  compose({ x, gamma, beta }, { eps, normalizedShape }) {
    const row = { axis: normalizedShape.map((_, i) => -1 - i), keepdims: true };
    const centred = withoutMean(x, row); //                                               (1)
    const rstd = pow(add(mean(mul(centred, centred), row), eps), -1 / 2); //               (2) (3)
    return add(mul(gamma, mul(centred, rstd)), beta); //                                   (4) (5)
  },
});

/**
 * Normalizes each row of x, then scales by γ and shifts by β.
 *
 * @param inputs `x` of shape [..., C]; `gamma` and `beta` of shape [C] (or of `normalizedShape`). Without gamma and
 * beta nothing is scaled or shifted.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma or beta has another shape, or x does not end in `normalizedShape`.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * layerNorm({ x: tensor([[0.2, 0.1, 0.3]]) }, { eps: 1e-5 }); // [[0, -1.2238, 1.2238]]
 */
export function layerNorm(
  inputs: AffineInputs,
  { eps = 1e-5, normalizedShape = requireRows('layerNorm', inputs.x) }: LayerNormOptions = {},
): Tensor {
  const { x } = inputs;
  requireEps('layerNorm', eps);
  requireNormalizedShape('layerNorm', normalizedShape);
  requireTrailing('layerNorm', x, normalizedShape);
  const gamma = usedGamma('layerNorm', inputs, normalizedShape);
  const beta = usedBeta('layerNorm', inputs, normalizedShape);
  return layerNormOp({ x, gamma, beta }, { eps, normalizedShape });
}

/**
 * `layerNorm` with parameters of its own: γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new LayerNorm(3);
 * norm.forward(tensor([[0.2, 0.1, 0.3]])); // [[0, -1.2238, 1.2238]]
 */
export class LayerNorm extends Module {
  readonly normalizedShape: Shape;
  readonly eps: number;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param normalizedShape C, or the trailing axes that are normalized together.
   * @param options `eps` = 1e-5; `affine` = true, false leaves γ and β out; `dtype` of γ and β.
   */
  constructor(
    normalizedShape: number | Shape,
    { eps = 1e-5, affine = true, dtype = 'float64' }: { eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('LayerNorm', eps);
    const shape = typeof normalizedShape === 'number' ? [normalizedShape] : normalizedShape;
    requireNormalizedShape('LayerNorm', shape);
    [this.normalizedShape, this.eps] = [[...shape], eps];
    this.gamma = affine ? constant(this.normalizedShape, 1, dtype) : undefined;
    this.beta = affine ? constant(this.normalizedShape, 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { eps, normalizedShape, gamma, beta } = this;
    return layerNorm({ x, gamma, beta }, { eps, normalizedShape });
  }
}
