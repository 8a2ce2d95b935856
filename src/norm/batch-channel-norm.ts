/**
 * Batch-channel normalization: batch normalization, then group normalization of what it gives.
 *
 *     (1)  u  = γ₁ ⊙ BN(x) + β₁               over the batch, each channel for itself
 *     (2)  y  = γ₂ ⊙ GN(u) + β₂               over the channels of a group, each sample for itself
 *
 * Source: Qiao et al. (2019), "Micro-batch training with batch-channel normalization and weight standardization",
 * arXiv:1903.10520, section 4.
 */
import { Module } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { BatchNorm, batchNorm } from './batch-norm/index.js';
import { composed } from './composition.js';
import { GroupNorm, groupNorm } from './group-norm.js';
import { requireChannels, requireShape } from './requirements.js';

/** Parameters of both steps, each of shape [C]; any of them may be left out. */
export interface BatchChannelInputs {
  readonly x: Tensor;
  readonly gamma1?: Tensor | undefined;
  readonly beta1?: Tensor | undefined;
  readonly gamma2?: Tensor | undefined;
  readonly beta2?: Tensor | undefined;
}

/**
 * Normalizes each channel over the batch, then each group of channels of each sample.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma1`, `beta1`, `gamma2` and `beta2` of shape [C].
 * @param options `groups` = 1; `eps` = 1e-5, the same for both steps.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or a parameter has another shape.
 * @throws {RangeError} as `batchNorm` and `groupNorm` do.
 * @example
 * batchChannelNorm({ x: tensor([[1, 9], [3, 5]]) }, { eps: 0 }); // [[-1, 1], [1, -1]]
 */
export function batchChannelNorm(
  inputs: BatchChannelInputs,
  { groups = 1, eps = 1e-5 }: { readonly groups?: number; readonly eps?: number } = {},
): Tensor {
  const C = requireChannels('batchChannelNorm', inputs.x);
  const { gamma1, beta1, gamma2, beta2 } = inputs;
  for (const [name, one] of Object.entries({ gamma1, beta1, gamma2, beta2 }))
    if (one) requireShape('batchChannelNorm', name, one, [C]);
  return composed('batchChannelNorm', inputs, (all) => {
    const u = batchNorm({ x: all.x, gamma: all.gamma1, beta: all.beta1 }, { eps }); //     (1)
    return groupNorm({ x: u, gamma: all.gamma2, beta: all.beta2 }, { groups, eps }); //    (2)
  });
}

/**
 * `batchChannelNorm` with parameters of its own, and running statistics for its first step.
 *
 * @example
 * new BatchChannelNorm(2, { eps: 0 }).forward(tensor([[1, 9], [3, 5]])); // [[-1, 1], [1, -1]]
 */
export class BatchChannelNorm extends Module {
  readonly batch: BatchNorm;
  readonly channel: GroupNorm;

  /**
   * @param C The number of channels.
   * @param options `groups` = 1; `eps` = 1e-5; `momentum` = 0.1; `dtype` of all parameters.
   * @throws {RangeError} as `BatchNorm` and `GroupNorm` do.
   */
  constructor(
    C: number,
    {
      groups = 1,
      eps = 1e-5,
      momentum = 0.1,
      dtype = 'float64',
    }: { groups?: number; eps?: number; momentum?: number; dtype?: DType } = {},
  ) {
    super();
    this.batch = new BatchNorm(C, { eps, momentum, dtype });
    this.channel = new GroupNorm(groups, C, { eps, dtype });
  }

  forward(x: Tensor): Tensor {
    return this.channel.forward(this.batch.forward(x));
  }
}
