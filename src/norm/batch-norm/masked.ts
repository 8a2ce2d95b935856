/** Batch normalization over sequences of unequal lengths: what fills them up takes no part. */
import type { Tensor } from '../../autograd/tensor.js';
import { ndarray } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { add } from '../../autograd/ops/add.js';
import { mul } from '../../autograd/ops/mul.js';
import { reshape } from '../../autograd/ops/reshape.js';
import { where } from '../../autograd/ops/where.js';
import type { Shape } from '../../tensor/shape.js';
import { usedBeta, usedGamma } from '../affine.js';
import type { AffineInputs } from '../affine.js';
import { axesBesideChannels, besideX, layoutOf } from '../channels.js';
import { composed } from '../composition.js';
import { requireMask, standardized } from '../masked-layer-norm.js';
import { requireChannels, requireEps } from '../requirements.js';
import { RunningNorm } from './running-norm.js';
import { requireMomentum, requireRunning, updateRunning } from './running.js';
import { batchStatistics } from './statistics.js';
import type { RunningOptions } from './training.js';

/**
 * Normalizes each channel over the real positions of all sequences.
 *
 * @param inputs `x` of shape [N, C, T]; `mask` of shape [N, 1, T]: not 0 at real positions, 0 at padding; `gamma` and `beta`
 * of shape [C], which may be left out. What stands at padding does not matter, not even NaN.
 * @param options `eps` = 1e-5; `running` statistics, which take up those of the real positions, in place; `momentum` = 0.1.
 * @returns y, of the shape of x, 0 at padding.
 * @throws {ShapeError} if x has no channels, or mask, gamma, beta or running statistics have another shape.
 * @throws {RangeError} if ε is negative or not a number, the momentum is not from 0 to 1, or there is not more than one real
 * position. The running statistics stay as they were.
 * @example
 * maskedBatchNorm({ x: tensor([[[1, 9]], [[3, 9]]]), mask: tensor([[[1, 0]], [[1, 0]]]) }, { eps: 0 }); // [[[-1, 0]], [[1, 0]]]
 */
export function maskedBatchNorm(
  { mask, ...inputs }: AffineInputs & { readonly mask: NDArray },
  { eps = 1e-5, running, momentum = 0.1 }: RunningOptions = {},
): Tensor {
  const name = 'maskedBatchNorm';
  const { x } = inputs;
  requireEps(name, eps);
  requireMomentum(name, momentum);
  const C = requireChannels(name, x);
  const [gamma, beta] = [usedGamma(name, inputs, [C]), usedBeta(name, inputs, [C])];
  requireMask(name, mask, maskShape(x));
  if (running) requireRunning(name, running, x);
  const real = mask.data.filter((value) => value !== 0).length;
  if (x.shape[0] > 0 && real < 2)
    throw new RangeError(
      `${name}: expected a mask with more than one real position, got ${real}. Give it a larger batch`,
    );
  const y = composed(name, { x, gamma, beta }, (given) => {
    const xhat = standardized(given.x, mask, { axis: axesBesideChannels(x.shape), eps });
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    return where(mask, add(mul(g, xhat), b), 0);
  });
  if (running) updateRunning(running, batchStatistics(realPositions(x, mask)), momentum);
  return y;
}

const maskShape = ({ shape: [N, , ...positions] }: NDArray): Shape => [N, 1, ...positions];

/** The real positions of all sequences as samples of their own, of shape [n, C]. */
function realPositions(x: NDArray, mask: NDArray): NDArray {
  const { C, positions } = layoutOf(x.shape);
  const real = [...mask.data].flatMap((value, place) => (value === 0 ? [] : [place]));
  const numbers = real.flatMap((place) => {
    const [sample, position] = [Math.floor(place / positions), place % positions];
    return Array.from({ length: C }, (_, c) => x.data[(sample * C + c) * positions + position]);
  });
  return ndarray(numbers, [real.length, C], x.dtype);
}

/**
 * `maskedBatchNorm` with parameters and running statistics of its own. They take up the real positions alone, with n their
 * number; after `evaluate()` it is BatchNorm in use, and 0 at padding.
 *
 * @example
 * const [x, mask] = [tensor([[[1, 9]], [[3, 9]]]), tensor([[[1, 0]], [[1, 0]]])];
 * const norm = new MaskedBatchNorm(1, { eps: 0, momentum: 0.5 });
 * norm.forward(x, mask); // [[[-1, 0]], [[1, 0]]]
 * [...norm.runningMean.data, ...norm.runningVariance.data]; // of 1 and 3, with what it started from: [1, 1.5]
 */
export class MaskedBatchNorm extends RunningNorm {
  /**
   * @param x Of shape [N, C, T].
   * @param mask Of shape [N, 1, T]: not 0 at real positions, 0 at padding.
   * @returns y, of the shape of x, 0 at padding.
   * @throws {ShapeError} if x or the mask has another shape.
   * @throws {RangeError} as `maskedBatchNorm` does, and in use before any training.
   */
  forward(x: Tensor, mask: NDArray): Tensor {
    requireChannels(this.constructor.name, x, this.C);
    requireMask(this.constructor.name, mask, maskShape(x));
    const normalized = (of: Tensor): Tensor =>
      this.normalized(of, (inputs, options) => maskedBatchNorm({ ...inputs, mask }, options));
    return this.training ? normalized(x) : where(mask, normalized(where(mask, x, 0)), 0);
  }
}
