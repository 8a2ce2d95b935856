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
import type { Tensor } from '../../autograd/tensor.js';
import { RunningNorm } from './running-norm.js';
import { batchNorm } from './training.js';

export { batchNormEvaluate } from './evaluation.js';
export { fuseBatchNorm } from './fusion.js';
export type { Affine } from './fusion.js';
export { GhostBatchNorm, ghostBatchNorm } from './ghost.js';
export { MaskedBatchNorm, maskedBatchNorm } from './masked.js';
export { BatchRenorm, batchRenorm } from './renorm.js';
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
export class BatchNorm extends RunningNorm {
  forward(x: Tensor): Tensor {
    return this.normalized(x, batchNorm);
  }
}
