/**
 * Running statistics measured afresh, for data that has shifted or a network whose weights were changed since.
 *
 *     (1)  μ̄  = Σ wₖ μₖ                       over batches k, wₖ their share of the samples
 *     (2)  σ̄² = Σ wₖ (σₖ² + μₖ²) − μ̄²         σₖ² divided by n − 1
 *
 * Source: Wu and Johnson (2021), "Rethinking 'Batch' in BatchNorm", arXiv:2105.07576, section 3.
 */
import type { Layer, Module } from '../../autograd/module.js';
import { noGrad } from '../../autograd/recording.js';
import type { Tensor } from '../../autograd/tensor.js';
import { BatchNorm } from './index.js';
import { RunningNorm } from './running-norm.js';

/** A norm, how it was, and the sums of equations (1) and (2). */
interface Measured {
  readonly norm: BatchNorm;
  readonly before: {
    readonly momentum: number;
    readonly isMeasured: boolean;
    readonly mean: Float64Array;
    readonly variance: Float64Array;
  };
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

/**
 * Measures the running statistics of every `BatchNorm` of a model on some batches, as it computes in training. Those of its
 * kin, such as `GhostBatchNorm`, stay as they are.
 *
 * @param model A layer; or any module, with `forward` to run it on a batch.
 * @param batches At least one, each of shape [N, ...].
 * @throws {RangeError} if there is no batch, no sample in them, or no BatchNorm in the model.
 * If a batch cannot be run, its error is thrown and all statistics are as they were.
 * @example
 * const norm = new BatchNorm(1);
 * recalibrate(norm, [tensor([[1], [3]]), tensor([[5], [7]])]);
 * toNested(norm.runningMean); // [4]
 */
export function recalibrate(
  model: Layer | Module,
  batches: readonly Tensor[],
  forward: (batch: Tensor) => unknown = (batch) => (model as Layer).forward(batch),
): void {
  const parts = [...model.namedModules().values()];
  const norms = parts.filter((part) => part instanceof BatchNorm);
  if (batches.length === 0) throw new RangeError('recalibrate: expected at least one batch, got none');
  if (norms.length === 0)
    throw new RangeError('recalibrate: expected a model with a BatchNorm, got none in it');
  const measured = norms.map(begun);
  const kept = parts
    .filter((part) => part instanceof RunningNorm)
    .filter((part) => !(part instanceof BatchNorm))
    .map((norm) => ({ norm, momentum: norm.momentum, isMeasured: norm.isMeasured }));
  const modes = new Map(parts.map((part) => [part, part.training]));
  const samples = batches.reduce((total, { shape }) => total + shape[0], 0);
  if (samples === 0) throw new RangeError('recalibrate: expected at least one sample, got empty batches');
  try {
    model.train();
    // With a momentum of 1 the running statistics are those of the batch that came last.
    for (const norm of norms) norm.momentum = 1;
    for (const { norm } of kept) norm.momentum = 0;
    for (const batch of batches) {
      noGrad(() => forward(batch));
      for (const one of measured) takeUp(one, batch.shape[0] / samples);
    }
    for (const one of measured) settle(one);
  } catch (error) {
    for (const { norm, before } of measured) {
      norm.runningMean.data.set(before.mean);
      norm.runningVariance.data.set(before.variance);
      norm.isMeasured = before.isMeasured;
    }
    throw error;
  } finally {
    for (const { norm, before } of measured) norm.momentum = before.momentum;
    for (const { norm, momentum, isMeasured } of kept) Object.assign(norm, { momentum, isMeasured });
    for (const [part, training] of modes) part.training = training;
  }
}

function begun(norm: BatchNorm): Measured {
  const { momentum, isMeasured, runningMean, runningVariance, C } = norm;
  const before = {
    momentum,
    isMeasured,
    mean: Float64Array.from(runningMean.data),
    variance: Float64Array.from(runningVariance.data),
  };
  return { norm, before, mean: new Float64Array(C), square: new Float64Array(C) };
}

function takeUp({ norm, mean, square }: Measured, share: number): void {
  const [m, v] = [norm.runningMean.data, norm.runningVariance.data];
  for (let c = 0; c < mean.length; c++) {
    mean[c] += share * m[c]; //                                                            (1)
    square[c] += share * (v[c] + m[c] * m[c]);
  }
}

function settle({ norm, mean, square }: Measured): void {
  norm.runningMean.data.set(mean);
  norm.runningVariance.data.set(square.map((value, c) => Math.max(0, value - mean[c] * mean[c]))); // (2)
}
