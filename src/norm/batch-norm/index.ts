/**
 * Batch normalization: each channel is centred and scaled by its mean and deviation over the batch.
 *
 * In training:
 *
 *     (1)  μ  = mean(x)                       over the n numbers of the channel: all samples and positions
 *     (2)  σ² = mean((x − μ)²)                divided by n
 *     (3)  r  = 1 / √(σ² + ε)
 *     (4)  x̂  = (x − μ) · r
 *     (5)  y  = γ · x̂ + β                     γ and β of the channel
 *
 * Backward, given dy; the means run over the channel as above:
 *
 *     (6)  dβ = Σ dy
 *     (7)  dγ = Σ dy ⊙ x̂
 *     (8)  dx = γ · r · (dy − mean(dy) − x̂ · mean(dy ⊙ x̂))
 *              with the last term times n / (n − 1) where σ² is divided by n − 1
 *
 * The running statistics take up the share m, the momentum, of each batch:
 *
 *     (9)  μ̄  ← (1 − m) · μ̄  + m · μ
 *     (10) σ̄² ← (1 − m) · σ̄² + m · σ² · n / (n − 1)
 *
 * In use they take the place of μ and σ², so the output of a sample no longer depends on its batch, and nothing flows
 * back through statistics:
 *
 *     (11) y  = γ · (x − μ̄) / √(σ̄² + ε) + β
 *     (12) dγ = Σ dy ⊙ (x − μ̄) / √(σ̄² + ε)
 *     (13) dx = γ / √(σ̄² + ε) · dy
 *
 * Source: Ioffe and Szegedy (2015), "Batch Normalization", arXiv:1502.03167: algorithm 1, section 3 for the backward,
 * section 3.1 and algorithm 2 for its use. The moving average stands there in words; its form here is PyTorch's.
 */
import { Module } from '../../autograd/module.js';
import type { Tensor } from '../../autograd/tensor.js';
import type { DType } from '../../tensor/dtype.js';
import { filled } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { constant } from '../affine.js';
import { requireChannels, requireEps, requireNormalizedShape } from '../requirements.js';
import { batchNormEvaluate } from './evaluation.js';
import { requireMeasured, requireMomentum } from './running.js';
import { batchNorm } from './training.js';

export { batchNormEvaluate } from './evaluation.js';
export { fuseBatchNorm } from './fusion.js';
export type { Affine } from './fusion.js';
export { ghostBatchNorm } from './ghost.js';
export { maskedBatchNorm } from './masked.js';
export { batchRenorm } from './renorm.js';
export type { BatchRenormOptions } from './renorm.js';
export type { Running } from './running.js';
export { batchStatistics, mergedStatistics } from './statistics.js';
export type { BatchStatistics } from './statistics.js';
export { syncBatchNorm } from './sync.js';
export { batchNorm } from './training.js';
export type { BatchNormOptions } from './training.js';

/**
 * `batchNorm` with parameters and running statistics of its own: at the start γ = 1, β = 0, mean 0 and variance 1.
 *
 * In training it uses the statistics of the batch, and the running ones take up a share of them; after `evaluate()` it
 * uses the running ones, which have to come from somewhere: from batches, or from a state that was loaded.
 *
 * @example
 * const norm = new BatchNorm(2, { eps: 0, momentum: 0.5 });
 * norm.forward(tensor([[1, 20], [3, 10]])); // [[-1, 1], [1, -1]]
 * toNested(norm.runningVariance); // [1.5, 25.5]
 */
export class BatchNorm extends Module {
  readonly C: number;
  readonly eps: number;
  /** May be changed: `recalibrate` sets it for a while. */
  momentum: number;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;
  readonly runningMean: NDArray;
  readonly runningVariance: NDArray;
  /** Whether the running statistics come from somewhere; `recalibrate` puts it back where it fails. */
  isMeasured: boolean = false;

  /**
   * @param C The number of channels.
   * @param options `eps` = 1e-5; `momentum` = 0.1; `affine` = true, false leaves γ and β out; `dtype` of all of them.
   * @throws {RangeError} if C is not a whole number from 1, ε is negative or not a number, or the momentum is not a
   * number from 0 to 1.
   */
  constructor(
    C: number,
    {
      eps = 1e-5,
      momentum = 0.1,
      affine = true,
      dtype = 'float64',
    }: { eps?: number; momentum?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('BatchNorm', eps);
    requireMomentum('BatchNorm', momentum);
    requireNormalizedShape('BatchNorm', [C]);
    [this.C, this.eps, this.momentum] = [C, eps, momentum];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
    this.runningMean = filled([C], 0, dtype);
    this.runningVariance = filled([C], 1, dtype);
  }

  forward(x: Tensor): Tensor {
    const { C, eps, momentum, gamma, beta } = this;
    requireChannels('BatchNorm', x, C);
    const running = { mean: this.runningMean, variance: this.runningVariance };
    if (!this.training) {
      if (!this.isMeasured) requireMeasured('BatchNorm', running);
      return batchNormEvaluate({ x, gamma, beta, running }, { eps });
    }
    const y = batchNorm({ x, gamma, beta }, { eps, momentum, running });
    this.isMeasured ||= x.shape[0] > 0;
    return y;
  }

  protected override loaded(): void {
    this.isMeasured = true;
  }
}
