/** Batch normalization over small parts of a large batch, each by itself. */
import { concat } from '../../autograd/ops/concat.js';
import { slice } from '../../autograd/ops/slice.js';
import type { Tensor } from '../../autograd/tensor.js';
import type { AffineInputs } from '../affine.js';
import { composed } from '../composition.js';
import { requireChannels, requireSize } from '../requirements.js';
import { RunningNorm } from './running-norm.js';
import type { RunningNormOptions } from './running-norm.js';
import { requireMomentum, requireRunning, updateRunning } from './running.js';
import { batchStatistics } from './statistics.js';
import { batchNorm } from './training.js';
import type { BatchNormOptions } from './training.js';

/**
 * Normalizes "ghost" batches of a fixed size one by one, so that the noise of small batches stays in large ones.
 *
 * Source: Hoffer, Hubara and Soudry (2017), "Train longer, generalize better", arXiv:1705.08741, section 4.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C], which may be left out.
 * @param options `size` of a ghost batch, which divides N; the others as `batchNorm` has them: running statistics take up
 * one ghost batch after the other.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or gamma, beta or running statistics have another shape.
 * @throws {RangeError} if the size does not divide N, and as `batchNorm` does.
 * @example
 * ghostBatchNorm({ x: tensor([[1], [3], [10], [30]]) }, { size: 2, eps: 0 }); // [[-1], [1], [-1], [1]]
 */
export function ghostBatchNorm(
  inputs: AffineInputs,
  { size, running, momentum = 0.1, ...options }: BatchNormOptions & { readonly size: number },
): Tensor {
  const name = 'ghostBatchNorm';
  requireSize(name, size);
  requireMomentum(name, momentum);
  requireChannels(name, inputs.x);
  if (running) requireRunning(name, running, inputs.x);
  const [N] = inputs.x.shape;
  if (N % size !== 0) throw new RangeError(`${name}: expected size to divide the ${N} samples, got ${size}`);
  if (N === 0) return batchNorm(inputs, options);
  const ghosts = (x: Tensor): Tensor[] =>
    Array.from({ length: N / size }, (_, i) => slice(x, { axis: 0, start: i * size, end: (i + 1) * size }));
  const y = composed(name, inputs, ({ x, gamma, beta }) =>
    concat(
      ghosts(x).map((ghost) => batchNorm({ x: ghost, gamma, beta }, options)),
      { axis: 0 },
    ),
  );
  if (running) for (const ghost of ghosts(inputs.x)) updateRunning(running, batchStatistics(ghost), momentum);
  return y;
}

/**
 * `ghostBatchNorm` with parameters and running statistics of its own, which it uses after `evaluate()` as BatchNorm does.
 *
 * They take up every ghost batch by itself, one after the other: a batch of k ghost batches counts as k small ones.
 *
 * @example
 * const norm = new GhostBatchNorm(1, { size: 2, eps: 0, momentum: 0.5 });
 * norm.forward(tensor([[1], [3], [10], [30]])); // [[-1], [1], [-1], [1]]
 * toNested(norm.runningMean); // 20 / 2 + (2 / 2 + 0) / 2: [10.5]
 */
export class GhostBatchNorm extends RunningNorm {
  readonly size: number;

  /**
   * @param C The number of channels.
   * @param options `size` of a ghost batch, which has to divide every batch of training; the others as BatchNorm has them.
   * @throws {RangeError} if the size is not a whole number from 1, and as BatchNorm does.
   */
  constructor(C: number, { size, ...options }: RunningNormOptions & { readonly size: number }) {
    super(C, options);
    requireSize('GhostBatchNorm', size);
    this.size = size;
  }

  forward(x: Tensor): Tensor {
    return this.normalized(x, (inputs, options) => ghostBatchNorm(inputs, { ...options, size: this.size }));
  }
}
