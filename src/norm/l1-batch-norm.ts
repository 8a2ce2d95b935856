/**
 * Batch normalization that measures deviations without squares: by their mean size, or by the largest of them.
 *
 *     (1)  c  = x − mean(x)                   over the n numbers of the channel: all samples and positions
 *     (2)  s  = √(π/2) · mean(|c|)            L1: the deviation, if the numbers are normal
 *          s  = max(|c|)                      L∞
 *     (3)  y  = γ · c / max(s, ε) + β         γ and β of the channel
 *
 * The running statistics take up the share m, the momentum, of each batch, s itself where BatchNorm has a variance; in use
 * they take the place of mean(x) and s:
 *
 *     (4)  μ̄  ← (1 − m) · μ̄ + m · mean(x)
 *     (5)  s̄  ← (1 − m) · s̄ + m · s
 *     (6)  y  = γ · (x − μ̄) / max(s̄, ε) + β
 *
 * Source: L1: Wu et al. (2018), "L1-norm batch normalization for efficient training of deep neural networks",
 * arXiv:1802.09769; both: Hoffer et al. (2018), "Norm matters", arXiv:1803.01814, section 4. There L∞ has a factor that depends on n, and
 * a variant that averages the largest deviations; here it is the largest one, and γ has to make up for the factor.
 */
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { reshape } from '../autograd/ops/reshape.js';
import type { Tensor } from '../autograd/tensor.js';
import type { NDArray } from '../tensor/ndarray.js';
import { usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { RunningNorm } from './batch-norm/running-norm.js';
import { requireMomentum, requireRunning, updateRunning } from './batch-norm/running.js';
import { batchStatistics } from './batch-norm/statistics.js';
import type { BatchStatistics } from './batch-norm/statistics.js';
import type { RunningOptions } from './batch-norm/training.js';
import { axesBesideChannels, besideX, layoutOf } from './channels.js';
import { composed } from './composition.js';
import { normalize } from './normalize.js';
import { requireChannels, requireEps, requireSeveral } from './requirements.js';

/**
 * Normalizes each channel over the batch by the mean size of its deviations.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `eps` = 1e-5, the least divisor; `running` statistics, which take up mean and s of this batch, in place;
 * `momentum` = 0.1.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma, beta or running statistics have another shape.
 * @throws {RangeError} if a channel has one value only, ε is negative or not a number, or the momentum is not from 0 to 1. The
 * running statistics stay as they were.
 * @example
 * l1BatchNorm({ x: tensor([[1], [3]]) }); // 1 / √(π/2) from the middle: [[-0.7979], [0.7979]]
 */
export function l1BatchNorm(inputs: AffineInputs, options: RunningOptions = {}): Tensor {
  const factor = Math.sqrt(Math.PI / 2);
  // max(√(π/2) · mean, ε) = √(π/2) · max(mean, ε / √(π/2))
  return deviating('l1BatchNorm', inputs, options, {
    normalized: (x, axes, eps) =>
      mul(normalize(x, { axes, center: true, scale: 'l1', eps: eps / factor }), 1 / factor),
    fold: (s, size, n) => s + (factor * size) / n,
  });
}

/**
 * Normalizes each channel over the batch by the largest of its deviations: y lies between −1 and 1 before γ and β.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `eps` = 1e-5, the least divisor; `running` statistics, which take up mean and s of this batch, in place;
 * `momentum` = 0.1.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma, beta or running statistics have another shape.
 * @throws {RangeError} if a channel has one value only, ε is negative or not a number, or the momentum is not from 0 to 1. The
 * running statistics stay as they were.
 * @example
 * linfBatchNorm({ x: tensor([[1], [2], [6]]) }); // [[-0.6667], [-0.3333], [1]]
 */
export function linfBatchNorm(inputs: AffineInputs, options: RunningOptions = {}): Tensor {
  return deviating('linfBatchNorm', inputs, options, {
    normalized: (x, axes, eps) => normalize(x, { axes, center: true, scale: 'linf', eps }),
    fold: (s, size) => Math.max(s, size),
  });
}

/** A measure of deviations: x centred and divided by it, and how it grows with the size of one more deviation of n. */
interface Measure {
  readonly normalized: (x: Tensor, axes: readonly number[], eps: number) => Tensor;
  readonly fold: (s: number, size: number, n: number) => number;
}

function deviating(
  name: string,
  inputs: AffineInputs,
  { eps = 1e-5, running, momentum = 0.1 }: RunningOptions,
  { normalized, fold }: Measure,
): Tensor {
  const { x } = inputs;
  requireEps(name, eps);
  requireMomentum(name, momentum);
  const shape = [requireChannels(name, x)];
  const gamma = usedGamma(name, inputs, shape);
  const beta = usedBeta(name, inputs, shape);
  requireSeveral(name, x, shape[0]);
  if (running) requireRunning(name, running, x);
  if (x.shape[0] === 0) return mul(x, 1);
  const y = composed(name, { x, gamma, beta }, (given) => {
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, normalized(given.x, axesBesideChannels(x.shape), eps)), b); //       (3)
  });
  if (running) updateRunning(running, deviations(x, fold), momentum, 1); //                 (4) (5)
  return y;
}

/** Mean and s of each channel, s in the place of the variance. */
function deviations(x: NDArray, fold: Measure['fold']): BatchStatistics {
  const { n, mean, rest } = batchStatistics(x);
  const { N, C, positions } = layoutOf(x.shape);
  const s = new Float64Array(C);
  for (let sample = 0, k = 0; sample < N; sample++)
    for (let c = 0; c < C; c++)
      for (const end = k + positions; k < end; k++)
        s[c] = fold(s[c], Math.abs(x.data[k] - mean[c] - rest[c]), n); //                  (1) (2)
  return { n, mean, rest, variance: s };
}

/** In its `runningVariance` stands s̄, which is divided by as it is: no square, and no n − 1. */
abstract class DeviationNorm extends RunningNorm {
  override divisor(deviation: number): number {
    return Math.max(deviation, this.eps); //                                               (6)
  }
}

/**
 * `l1BatchNorm` with parameters and running statistics of its own. `runningVariance` is what it is divided by: the running
 * mean of √(π/2) · mean(|x − μ|), no square of it and without ε. So it computes the same in use as in training on a batch
 * with these statistics.
 *
 * @example
 * const norm = new L1BatchNorm(1, { momentum: 1 });
 * norm.forward(tensor([[1], [3]])); // [[-0.7979], [0.7979]]
 * norm.evaluate().forward(tensor([[1], [3]])); // the same: [[-0.7979], [0.7979]]
 */
export class L1BatchNorm extends DeviationNorm {
  forward(x: Tensor): Tensor {
    return this.normalized(x, l1BatchNorm);
  }
}

/**
 * `linfBatchNorm` with parameters and running statistics of its own. `runningVariance` is what it is divided by: the running
 * mean of max(|x − μ|), no square of it and without ε. It grows with the size of the batch, as s does, so use fits batches
 * of the size that it was trained on.
 *
 * @example
 * const norm = new LinfBatchNorm(1, { momentum: 1 });
 * norm.forward(tensor([[1], [2], [6]])); // [[-0.6667], [-0.3333], [1]]
 * norm.evaluate().forward(tensor([[9]])); // (9 − 3) / 3: [[2]]
 */
export class LinfBatchNorm extends DeviationNorm {
  forward(x: Tensor): Tensor {
    return this.normalized(x, linfBatchNorm);
  }
}
