/** Batch normalization in training, with the statistics of the batch: equations (1) to (8) of the folder's index. */
import { defineOp } from '../../autograd/op.js';
import type { Op } from '../../autograd/op.js';
import { add } from '../../autograd/ops/add.js';
import { mean } from '../../autograd/ops/mean.js';
import { mul } from '../../autograd/ops/mul.js';
import { pow } from '../../autograd/ops/pow.js';
import { reshape } from '../../autograd/ops/reshape.js';
import type { Tensor } from '../../autograd/tensor.js';
import { zerosLike } from '../../tensor/ndarray.js';
import { usedBeta, usedGamma } from '../affine.js';
import type { AffineInputs } from '../affine.js';
import { axesBesideChannels, besideX, layoutOf } from '../channels.js';
import { withoutMean } from '../composition.js';
import { requireChannels, requireEps, requireSeveral } from '../requirements.js';
import { requireMomentum, requireRunning, updateRunning } from './running.js';
import type { Running } from './running.js';
import { batchStatistics } from './statistics.js';
import type { BatchStatistics } from './statistics.js';

/** What a call of `batchNorm` can choose. */
export interface BatchNormOptions {
  /** ε, added to σ² under the square root. 1e-5 unless said otherwise, as in PyTorch. */
  readonly eps?: number;
  /** Running statistics, which take up those of this batch, in place. */
  readonly running?: Running;
  /** How much of the batch the running statistics take up. 0.1 unless said otherwise, as in PyTorch. */
  readonly momentum?: number;
  /** Whether σ² is divided by n − 1 here, too (Bessel's correction), as some codes do by accident. */
  readonly bessel?: boolean;
}

/** What norms over batches with running statistics have in common. */
export type RunningOptions = Omit<BatchNormOptions, 'bessel'>;

interface Options {
  readonly eps: number;
  /** What σ² is multiplied by: n / (n − 1) with Bessel's correction, else 1. */
  readonly correction: number;
  /** Those of x. They are handed in because the running statistics need them as well. */
  readonly statistics: BatchStatistics;
}

export const batchNormOp: Op<'x' | 'gamma' | 'beta', Options> = defineOp('batchNorm', {
  forward({ x, gamma, beta }, { eps, correction, statistics }) {
    const y = zerosLike(x);
    const { N, C, positions } = layoutOf(x.shape);
    const { mean, rest, variance } = statistics; //                                        (1) (2)
    const rstd = variance.map((value) => 1 / Math.sqrt(correction * value + eps)); //      (3)
    const [from, to, g, b] = [x.data, y.data, gamma.data, beta.data];
    for (let sample = 0, k = 0; sample < N; sample++)
      for (let c = 0; c < C; c++)
        for (const end = k + positions; k < end; k++) {
          const xhat = (from[k] - mean[c] - rest[c]) * rstd[c]; //                         (4)
          to[k] = g[c] * xhat + b[c]; //                                                   (5)
        }
    return { y, saved: rstd };
  },

  backward(dy, { x, gamma, beta }, rstd, { correction, statistics }) {
    const [dx, dgamma, dbeta] = [zerosLike(x), zerosLike(gamma), zerosLike(beta)];
    const { N, C, positions } = layoutOf(x.shape);
    const { n, mean, rest } = statistics;
    const [from, d, to, g] = [x.data, dy.data, dx.data, gamma.data];
    const [sumDy, sumDyXhat] = [new Float64Array(rstd.length), new Float64Array(rstd.length)];
    for (let sample = 0, k = 0; sample < N; sample++)
      for (let c = 0; c < C; c++)
        for (const end = k + positions; k < end; k++) {
          const xhat = (from[k] - mean[c] - rest[c]) * rstd[c];
          sumDy[c] += d[k]; //                                                             (6)
          sumDyXhat[c] += d[k] * xhat; //                                                  (7)
        }
    const scale = rstd.map((r, c) => g[c] * r);
    const [meanDy, meanDyXhat] = [sumDy, sumDyXhat].map((sums) => sums.map((sum) => sum / n));
    for (let sample = 0, k = 0; sample < N; sample++)
      for (let c = 0; c < C; c++)
        for (const end = k + positions; k < end; k++) {
          const xhat = (from[k] - mean[c] - rest[c]) * rstd[c];
          to[k] = scale[c] * (d[k] - meanDy[c] - correction * xhat * meanDyXhat[c]); //    (8)
        }
    dbeta.data.set(sumDy);
    dgamma.data.set(sumDyXhat);
    return { x: dx, gamma: dgamma, beta: dbeta };
  },

  compose({ x, gamma, beta }, { eps, correction }) {
    const batch = { axis: axesBesideChannels(x.shape), keepdims: true };
    const centred = withoutMean(x, batch); //                                             (1)
    const variance = mul(mean(mul(centred, centred), batch), correction); //               (2)
    const rstd = pow(add(variance, eps), -1 / 2); //                                       (3)
    const [g, b] = [gamma, beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, mul(centred, rstd)), b); //                                          (4) (5)
  },
});

/**
 * Normalizes each channel of x over the batch, as in training, then scales by γ and shifts by β.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C]. Without gamma and beta nothing is scaled or
 * shifted.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma, beta or running statistics have another shape than [C].
 * @throws {TypeError} if the dtypes differ.
 * @throws {RangeError} if a channel has one value only (its deviation would be 0), ε is negative or not a number, or the
 * momentum is not a number from 0 to 1. Whatever is thrown, the running statistics stay as they were.
 * @example
 * batchNorm({ x: tensor([[1, 20], [3, 10]]) }, { eps: 0 }); // [[-1, 1], [1, -1]]
 */
export function batchNorm(
  inputs: AffineInputs,
  { eps = 1e-5, running, momentum = 0.1, bessel = false }: BatchNormOptions = {},
): Tensor {
  const { x } = inputs;
  requireEps('batchNorm', eps);
  requireMomentum('batchNorm', momentum);
  const shape = [requireChannels('batchNorm', x)];
  const gamma = usedGamma('batchNorm', inputs, shape);
  const beta = usedBeta('batchNorm', inputs, shape);
  requireSeveral('batchNorm', x, shape[0]);
  if (running) requireRunning('batchNorm', running, x);
  const statistics = batchStatistics(x);
  const correction = bessel ? statistics.n / (statistics.n - 1) : 1;
  const y = batchNormOp({ x, gamma, beta }, { eps, correction, statistics });
  if (running) updateRunning(running, statistics, momentum); // Last: nothing is taken up where something was refused.
  return y;
}
