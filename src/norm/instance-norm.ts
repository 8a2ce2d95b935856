/**
 * Instance normalization: in each sample, each channel is centred and scaled by its own mean and deviation.
 *
 *     (1)  μ  = mean(x)                       over the n positions of one channel of one sample
 *     (2)  σ² = mean((x − μ)²)                divided by n
 *     (3)  r  = 1 / √(σ² + ε)
 *     (4)  x̂  = (x − μ) · r
 *     (5)  y  = γ · x̂ + β                     γ and β of the channel
 *
 * Backward, given dy; the means run over the positions as above:
 *
 *     (6)  dβ = Σ dy                          over samples and positions
 *     (7)  dγ = Σ dy ⊙ x̂                      over samples and positions
 *     (8)  dx = γ · r · (dy − mean(dy) − x̂ · mean(dy ⊙ x̂))
 *
 * It is batch normalization of a batch of one sample, and group normalization of as many groups as channels. Samples do
 * not meet, so it is the same in training and in use.
 *
 * Source: Ulyanov, Vedaldi and Lempitsky (2016), "Instance Normalization: The Missing Ingredient for Fast Stylization",
 * arXiv:1607.08022; there is no γ and no β.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { reshape } from '../autograd/ops/reshape.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { ShapeError } from '../tensor/errors.js';
import { zerosLike } from '../tensor/ndarray.js';
import { centre, meanSquare, rowsOf } from '../tensor/rows.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { besideX, layoutOf } from './channels.js';
import { withoutMean } from './composition.js';
import { requireChannels, requireEps, requireNormalizedShape } from './requirements.js';

const instanceNormOp: Op<'x' | 'gamma' | 'beta', { readonly eps: number }> = defineOp('instanceNorm', {
  forward({ x, gamma, beta }, { eps }) {
    const y = zerosLike(x);
    const { C, positions } = layoutOf(x.shape);
    const [X, Y] = [rowsOf(x, positions), rowsOf(y, positions)];
    const rstd = new Float64Array(X.count);
    const centred = new Float64Array(positions);
    for (let n = 0; n < X.count; n++) {
      const [yn, g, b] = [Y.row(n), gamma.data[n % C], beta.data[n % C]];
      centre(X.row(n), centred); //                                                        (1)
      const r = (rstd[n] = 1 / Math.sqrt(meanSquare(centred) + eps)); //                   (2) (3)
      for (let i = 0; i < positions; i++) yn[i] = g * (centred[i] * r) + b; //             (4) (5)
    }
    return { y, saved: rstd };
  },

  backward(dy, { x, gamma, beta }, rstd) {
    const [dx, dgamma, dbeta] = [zerosLike(x), zerosLike(gamma), zerosLike(beta)];
    const { C, positions } = layoutOf(x.shape);
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array, positions));
    const xhat = new Float64Array(positions);
    const [sumDy, sumDyXhat] = [new Float64Array(C), new Float64Array(C)];
    for (let n = 0; n < X.count; n++) {
      const [dyn, dxn, r, c] = [DY.row(n), DX.row(n), rstd[n], n % C];
      centre(X.row(n), xhat); //                                                           (1)
      let [sum, sumXhat] = [0, 0];
      for (let i = 0; i < positions; i++) {
        xhat[i] *= r; //                                                                   (4)
        sum += dyn[i];
        sumXhat += dyn[i] * xhat[i];
      }
      sumDy[c] += sum; //                                                                  (6)
      sumDyXhat[c] += sumXhat; //                                                          (7)
      const [meanDy, meanDyXhat, scale] = [sum / positions, sumXhat / positions, gamma.data[c] * r];
      for (let i = 0; i < positions; i++) dxn[i] = scale * (dyn[i] - meanDy - xhat[i] * meanDyXhat); // (8)
    }
    dbeta.data.set(sumDy);
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma, beta: dbeta };
  },

  compose({ x, gamma, beta }, { eps }) {
    const positions = { axis: x.shape.map((_, axis) => axis).slice(2), keepdims: true };
    const centred = withoutMean(x, positions); //                                         (1)
    const rstd = pow(add(mean(mul(centred, centred), positions), eps), -1 / 2); //         (2) (3)
    const [g, b] = [gamma, beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, mul(centred, rstd)), b); //                                          (4) (5)
  },
});

/**
 * Normalizes each channel of each sample of x over its positions, then scales by γ and shifts by β.
 *
 * One position is refused: the mean of one value is that value, so each channel would become its β whatever x is.
 *
 * @param inputs `x` of shape [N, C, ...] with two positions or more; `gamma` and `beta` of shape [C]. Without gamma and
 * beta nothing is scaled or shifted.
 * @param options `eps` = 1e-5, added to σ² under the root.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels or a single position, or gamma or beta has another shape than [C].
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * instanceNorm({ x: tensor([[[1, 3], [40, 20]]]) }, { eps: 0 }); // [[[-1, 1], [1, -1]]]
 */
export function instanceNorm(inputs: AffineInputs, { eps = 1e-5 }: { readonly eps?: number } = {}): Tensor {
  const { x } = inputs;
  requireEps('instanceNorm', eps);
  const C = requireChannels('instanceNorm', x);
  requireSeveralPositions('instanceNorm', x);
  const gamma = usedGamma('instanceNorm', inputs, [C]);
  const beta = usedBeta('instanceNorm', inputs, [C]);
  return instanceNormOp({ x, gamma, beta }, { eps });
}

function requireSeveralPositions(op: string, { shape }: Tensor): void {
  const { C, positions } = layoutOf(shape);
  if (positions === 1)
    throw new ShapeError(
      op,
      'x',
      `[N, ${C}, ...] with more than one position`,
      shape,
      'The mean of one value is that value, so nothing of x would be left; for rows of features use layerNorm',
    );
}

/**
 * `instanceNorm` with parameters of its own: γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new InstanceNorm(2, { eps: 0 });
 * norm.forward(tensor([[[1, 3], [40, 20]]])); // [[[-1, 1], [1, -1]]]
 */
export class InstanceNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param C The number of channels.
   * @param options `eps` = 1e-5; `affine` = true, false leaves γ and β out, as PyTorch does unless told otherwise;
   * `dtype` of γ and β.
   * @throws {RangeError} if C is not a whole number from 1, or ε is negative or not a number.
   */
  constructor(
    C: number,
    { eps = 1e-5, affine = true, dtype = 'float64' }: { eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('InstanceNorm', eps);
    requireNormalizedShape('InstanceNorm', [C]);
    [this.C, this.eps] = [C, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { C, eps, gamma, beta } = this;
    requireChannels('InstanceNorm', x, C);
    return instanceNorm({ x, gamma, beta }, { eps });
  }
}
