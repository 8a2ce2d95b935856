/**
 * Batch renormalization: training with the statistics of the batch, corrected towards the running ones, so that training and
 * use compute nearly the same.
 *
 *     (1)  ρ  = σ / σ̄,  kept between 1 / ρmax and ρmax          σ = √(σ² + ε), σ̄ likewise
 *     (2)  δ  = (μ − μ̄) / σ̄,  kept between −δmax and δmax       ρ and δ are constants on the way back
 *     (3)  y  = γ · (ρ · (x − μ) / σ + δ) + β
 *
 * Where nothing is cut off, y is γ · (x − μ̄) / σ̄ + β, as in use.
 *
 * Source: Ioffe (2017), "Batch renormalization", arXiv:1702.03275, section 3; there σ̄ itself is averaged over batches, here
 * its square, as everywhere in this folder.
 */
import { add } from '../../autograd/ops/add.js';
import { mul } from '../../autograd/ops/mul.js';
import { reshape } from '../../autograd/ops/reshape.js';
import { Tensor } from '../../autograd/tensor.js';
import { ndarray } from '../../tensor/ndarray.js';
import { usedBeta, usedGamma } from '../affine.js';
import type { AffineInputs } from '../affine.js';
import { besideX } from '../channels.js';
import { composed } from '../composition.js';
import { requireChannels, requireEps, requireSeveral } from '../requirements.js';
import { RunningNorm } from './running-norm.js';
import type { RunningNormOptions } from './running-norm.js';
import { requireMomentum, requireRunning, updateRunning } from './running.js';
import type { Running } from './running.js';
import { batchStatistics } from './statistics.js';
import { batchNorm } from './training.js';

/** What a call of `batchRenorm` can choose. */
export interface BatchRenormOptions {
  /** The running statistics; they take up those of this batch afterwards, in place. */
  readonly running: Running;
  readonly eps?: number;
  /** How much of the batch they take up: 0.1 unless said otherwise; 0 leaves them as they are. */
  readonly momentum?: number;
  /** ρmax, from 1: at 1 the deviation is that of the batch. 3 unless said otherwise, where the paper ends. */
  readonly rMax?: number;
  /** δmax, from 0: at 0 the mean is that of the batch. 5 unless said otherwise, where the paper ends. */
  readonly dMax?: number;
}

/**
 * Normalizes each channel over the batch, corrected towards running statistics.
 *
 * @param inputs `x` of shape [N, C, ...]; `gamma` and `beta` of shape [C], which may be left out.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels, or a parameter or running statistics have another shape than [C].
 * @throws {RangeError} if a channel has one value only, ρmax is less than 1, δmax is negative, ε is negative or not a number,
 * or the momentum is not from 0 to 1. The running statistics stay as they were.
 * @example
 * const running = { mean: tensor([1]), variance: tensor([4]) };
 * batchRenorm({ x: tensor([[1], [3]]) }, { running, eps: 0 }); // (x − 1) / 2, as in use: [[0], [1]]
 */
export function batchRenorm(
  inputs: AffineInputs,
  { running, eps = 1e-5, momentum = 0.1, rMax = 3, dMax = 5 }: BatchRenormOptions,
): Tensor {
  const name = 'batchRenorm';
  const { x } = inputs;
  requireEps(name, eps);
  requireMomentum(name, momentum);
  requireLimits(name, rMax, dMax);
  const C = requireChannels(name, x);
  const [gamma, beta] = [usedGamma(name, inputs, [C]), usedBeta(name, inputs, [C])];
  requireRunning(name, running, x);
  requireSeveral(name, x, C);
  const { mean, rest, variance, ...batch } = batchStatistics(x);
  const sigma = (value: number): number => Math.sqrt(value + eps);
  const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));
  const r = variance.map((v, c) => between(1 / rMax, sigma(v) / sigma(running.variance.data[c]), rMax)); // (1)
  const d = mean.map((m, c) => {
    const apart = m - running.mean.data[c] + rest[c];
    return between(-dMax, apart / sigma(running.variance.data[c]), dMax); //                              (2)
  });
  const y = composed(name, { x, gamma, beta }, (given) => {
    const [R, D] = [r, d].map((one) => new Tensor(ndarray(one, besideX(x.shape))));
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, add(mul(R, batchNorm({ x: given.x }, { eps })), D)), b); //                         (3)
  });
  updateRunning(running, { mean, rest, variance, ...batch }, momentum);
  return y;
}

function requireLimits(op: string, rMax: number, dMax: number): void {
  if (!(rMax >= 1)) throw new RangeError(`${op}: expected rMax to be a number from 1, got ${rMax}`);
  if (!(dMax >= 0)) throw new RangeError(`${op}: expected dMax to be a number from 0, got ${dMax}`);
}

/**
 * `batchRenorm` with parameters and running statistics of its own: in training they correct the batch and then take it up,
 * after `evaluate()` it is BatchNorm in use.
 *
 * @example
 * const norm = new BatchRenorm(1, { eps: 0, rMax: 1, dMax: 0 }); // as it starts in the paper: batch normalization
 * norm.forward(tensor([[1], [3]])); // [[-1], [1]]
 * norm.dMax = 5;
 * norm.forward(tensor([[1], [3]])); // by δ = (2 − 0.2) / √1.1 higher: [[0.7162], [2.7162]]
 */
export class BatchRenorm extends RunningNorm {
  /** May be changed: in the paper it grows from 1 to 3 during training. */
  rMax: number;
  /** May be changed: in the paper it grows from 0 to 5 during training. */
  dMax: number;

  /**
   * @param C The number of channels.
   * @param options `rMax` = 3 and `dMax` = 5, as of `batchRenorm`; the others as BatchNorm has them.
   * @throws {RangeError} if rMax is less than 1 or dMax negative, and as BatchNorm does.
   */
  constructor(
    C: number,
    {
      rMax = 3,
      dMax = 5,
      ...options
    }: RunningNormOptions & { readonly rMax?: number; readonly dMax?: number } = {},
  ) {
    super(C, options);
    requireLimits('BatchRenorm', rMax, dMax);
    [this.rMax, this.dMax] = [rMax, dMax];
  }

  forward(x: Tensor): Tensor {
    const { rMax, dMax } = this;
    return this.normalized(x, (inputs, options) => batchRenorm(inputs, { ...options, rMax, dMax }));
  }
}
