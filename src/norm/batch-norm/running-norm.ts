import { Module } from '../../autograd/module.js';
import type { Tensor } from '../../autograd/tensor.js';
import type { DType } from '../../tensor/dtype.js';
import { filled } from '../../tensor/ndarray.js';
import type { NDArray } from '../../tensor/ndarray.js';
import { constant } from '../affine.js';
import type { AffineInputs } from '../affine.js';
import { requireChannels, requireEps, requireNormalizedShape } from '../requirements.js';
import { evaluated } from './evaluation.js';
import { requireMeasured, requireMomentum } from './running.js';
import type { RunningOptions } from './training.js';

/** How a norm with running statistics is made. */
export interface RunningNormOptions {
  /** ε; 1e-5 unless said otherwise. */
  readonly eps?: number;
  /** How much of each batch the running statistics take up; 0.1 unless said otherwise. */
  readonly momentum?: number;
  /** Whether there are γ and β; there are unless said otherwise. */
  readonly affine?: boolean;
  /** Of parameters and running statistics. */
  readonly dtype?: DType;
}

/** What BatchNorm and its kin have in common: parameters, running statistics, two modes. Errors bear the name of the class. */
export abstract class RunningNorm extends Module {
  readonly C: number;
  readonly eps: number;
  /** May be changed: `recalibrate` sets that of a BatchNorm for a while. */
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
    { eps = 1e-5, momentum = 0.1, affine = true, dtype = 'float64' }: RunningNormOptions = {},
  ) {
    super();
    requireEps(new.target.name, eps);
    requireMomentum(new.target.name, momentum);
    requireNormalizedShape(new.target.name, [C]);
    [this.C, this.eps, this.momentum] = [C, eps, momentum];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
    this.runningMean = filled([C], 0, dtype);
    this.runningVariance = filled([C], 1, dtype);
  }

  /** What x − μ̄ is divided by in use, where `runningVariance` holds this number. */
  divisor(variance: number): number {
    return Math.sqrt(variance + this.eps);
  }

  /** x normalized by the batch, in training, or by the running statistics, in use. */
  protected normalized(
    x: Tensor,
    byBatch: (inputs: AffineInputs, options: Required<RunningOptions>) => Tensor,
  ): Tensor {
    const { C, eps, momentum, gamma, beta } = this;
    requireChannels(this.constructor.name, x, C);
    const running = { mean: this.runningMean, variance: this.runningVariance };
    if (!this.training) {
      if (!this.isMeasured) requireMeasured(this.constructor.name, running);
      return evaluated({ x, gamma, beta, running }, (value) => this.divisor(value));
    }
    const y = byBatch({ x, gamma, beta }, { eps, momentum, running });
    this.isMeasured ||= x.shape[0] > 0;
    return y;
  }

  protected override loaded(): void {
    this.isMeasured = true;
  }
}
