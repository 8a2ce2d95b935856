/**
 * Group normalization: in each sample, each group of neighbouring channels is centred and scaled by its own mean and
 * deviation.
 *
 *     (1)  μ  = mean(x)                       over the n numbers of the group: its channels, all positions
 *     (2)  σ² = mean((x − μ)²)                divided by n
 *     (3)  r  = 1 / √(σ² + ε)
 *     (4)  x̂  = (x − μ) · r
 *     (5)  y  = γ ⊙ x̂ + β                     γ and β of each channel
 *
 * Backward, given dy and writing g = γ ⊙ dy; the means run over the group as above:
 *
 *     (6)  dβ = Σ dy                          over samples and positions
 *     (7)  dγ = Σ dy ⊙ x̂                      over samples and positions
 *     (8)  dx = r · (g − mean(g) − x̂ · mean(g ⊙ x̂))
 *
 * Why there is a mean in (8): each number of a group has its share in μ, 1/n, and in σ², 2 (x − μ)/n, and so moves all n
 * outputs of the group. What these hear through μ comes back as mean(g), through σ² as x̂ · mean(g ⊙ x̂). It is equation (8)
 * of layer normalization for the group laid out as one row, γ inside the means as there.
 *
 * One group is layer normalization over all of a sample but with γ and β per channel; as many groups as channels is
 * instance normalization.
 *
 * Source: Wu and He (2018), "Group Normalization", arXiv:1803.08494, section 3.1, equations 1, 2, 6 and 7.
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
import { zerosLike } from '../tensor/ndarray.js';
import { centre, meanSquare, rowsOf } from '../tensor/rows.js';
import type { Shape } from '../tensor/shape.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { besideX, channelOf } from './channels.js';
import { withoutMean } from './composition.js';
import { requireChannels, requireEps, requireGroups, requireNormalizedShape } from './requirements.js';

interface Options {
  readonly eps: number;
  readonly groups: number;
}

const groupNormOp: Op<'x' | 'gamma' | 'beta', Options> = defineOp('groupNorm', {
  forward({ x, gamma, beta }, { eps, groups }) {
    const y = zerosLike(x);
    const channel = channelOf(x.shape);
    const [X, Y] = [x, y].map((array) => rowsOf(array, channel.length / groups));
    const rstd = new Float64Array(X.count);
    const centred = new Float64Array(X.C);
    const [g, b] = [gamma.data, beta.data];
    for (let n = 0; n < X.count; n++) {
      const [yn, first] = [Y.row(n), (n % groups) * X.C];
      centre(X.row(n), centred); //                                                        (1)
      const r = (rstd[n] = 1 / Math.sqrt(meanSquare(centred) + eps)); //                   (2) (3)
      for (let i = 0; i < X.C; i++) {
        const c = channel[first + i];
        yn[i] = g[c] * (centred[i] * r) + b[c]; //                                         (4) (5)
      }
    }
    return { y, saved: rstd };
  },

  backward(dy, { x, gamma, beta }, rstd, { groups }) {
    const [dx, dgamma, dbeta] = [zerosLike(x), zerosLike(gamma), zerosLike(beta)];
    const channel = channelOf(x.shape);
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array, channel.length / groups));
    const [xhat, g] = [new Float64Array(X.C), new Float64Array(X.C)];
    const scale = gamma.data;
    const [sumDy, sumDyXhat] = [new Float64Array(scale.length), new Float64Array(scale.length)];
    for (let n = 0; n < X.count; n++) {
      const [dyn, dxn, r, first] = [DY.row(n), DX.row(n), rstd[n], (n % groups) * X.C];
      centre(X.row(n), xhat); //                                                           (1)
      let [sumG, sumGXhat] = [0, 0];
      for (let i = 0; i < X.C; i++) {
        const [c, d] = [channel[first + i], dyn[i]];
        xhat[i] *= r; //                                                                   (4)
        g[i] = scale[c] * d;
        sumG += g[i];
        sumGXhat += g[i] * xhat[i];
        sumDy[c] += d; //                                                                  (6)
        sumDyXhat[c] += d * xhat[i]; //                                                    (7)
      }
      const [meanG, meanGXhat] = [sumG / X.C, sumGXhat / X.C];
      for (let i = 0; i < X.C; i++) dxn[i] = r * (g[i] - meanG - xhat[i] * meanGXhat); //  (8)
    }
    dbeta.data.set(sumDy);
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma, beta: dbeta };
  },

  compose({ x, gamma, beta }, { eps, groups }) {
    const grouped = reshape(x, splitIntoGroups(x.shape, groups));
    const group = { axis: -1, keepdims: true };
    const centred = withoutMean(grouped, group); //                                 (1)
    const rstd = pow(add(mean(mul(centred, centred), group), eps), -1 / 2); //             (2) (3)
    const xhat = reshape(mul(centred, rstd), x.shape); //                                  (4)
    const [g, b] = [gamma, beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, xhat), b); //                                                        (5)
  },
});

/** [N, groups, numbers of a group]. */
function splitIntoGroups(shape: Shape, groups: number): Shape {
  return [shape[0], groups, channelOf(shape).length / groups];
}

/**
 * Normalizes each group of channels of each sample of x, then scales by γ and shifts by β.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C]. Without gamma and beta nothing is scaled or
 * shifted.
 * @param options `groups` divides C; `eps` = 1e-5, added to σ² under the root.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma or beta has another shape than [C].
 * @throws {RangeError} if the groups do not divide C, or ε is negative or not a number.
 * @example
 * groupNorm({ x: tensor([[1, 3, 40, 20]]) }, { groups: 2, eps: 0 }); // [[-1, 1, 1, -1]]
 */
export function groupNorm(
  inputs: AffineInputs,
  { groups, eps = 1e-5 }: { readonly groups: number; readonly eps?: number },
): Tensor {
  requireEps('groupNorm', eps);
  const shape = [requireChannels('groupNorm', inputs.x)];
  requireGroups('groupNorm', groups, shape[0]);
  const gamma = usedGamma('groupNorm', inputs, shape);
  const beta = usedBeta('groupNorm', inputs, shape);
  return groupNormOp({ x: inputs.x, gamma, beta }, { eps, groups });
}

/**
 * `groupNorm` with parameters of its own: γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new GroupNorm(2, 4, { eps: 0 });
 * norm.forward(tensor([[1, 3, 40, 20]])); // [[-1, 1, 1, -1]]
 */
export class GroupNorm extends Module {
  readonly groups: number;
  readonly C: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param groups How many groups the channels are divided into.
   * @param C The number of channels.
   * @param options `eps` = 1e-5; `affine` = true, false leaves γ and β out; `dtype` of γ and β.
   * @throws {RangeError} if C is not a whole number from 1, the groups do not divide it, or ε is negative or not a
   * number.
   */
  constructor(
    groups: number,
    C: number,
    { eps = 1e-5, affine = true, dtype = 'float64' }: { eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('GroupNorm', eps);
    requireNormalizedShape('GroupNorm', [C]);
    requireGroups('GroupNorm', groups, C);
    [this.groups, this.C, this.eps] = [groups, C, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { groups, C, eps, gamma, beta } = this;
    requireChannels('GroupNorm', x, C);
    return groupNorm({ x, gamma, beta }, { groups, eps });
  }
}
