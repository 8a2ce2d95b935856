/**
 * Switchable normalization: mean and variance are mixtures of those of instance, layer and batch normalization, and the
 * mixture is learned.
 *
 *     (1)  μₖ, σₖ²                            k = 1: positions of one channel of one sample; 2: the whole sample; 3: one channel
 *                                             over the batch
 *     (2)  wₖ = softmax(λ)ₖ,  wₖ′ = softmax(λ′)ₖ
 *     (3)  y  = γ ⊙ (x − Σ wₖ μₖ) / √(Σ wₖ′ σₖ² + ε) + β
 *
 * Source: Luo et al. (2019), "Differentiable learning-to-normalize via switchable normalization", arXiv:1806.10779,
 * section 2.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { exp } from '../autograd/ops/exp.js';
import { max } from '../autograd/ops/max.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { reshape } from '../autograd/ops/reshape.js';
import { slice } from '../autograd/ops/slice.js';
import { sub } from '../autograd/ops/sub.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { filled, ndarray } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import { requireMeasured, requireMomentum, requireRunning, updateRunning } from './batch-norm/running.js';
import type { Running } from './batch-norm/running.js';
import { batchStatistics } from './batch-norm/statistics.js';
import { axesBesideChannels, besideX, positionAxes } from './channels.js';
import { composed, withoutMean } from './composition.js';
import {
  requireChannels,
  requireEps,
  requireNormalizedShape,
  requirePositions,
  requireSeveral,
  requireShape,
} from './requirements.js';

/** The inputs of `switchableNorm`. */
export interface SwitchableInputs extends AffineInputs {
  /** λ of the means, of shape [3]: instance, layer, batch. */
  readonly meanLogits: Tensor;
  /** λ′ of the variances, of shape [3]. */
  readonly varianceLogits: Tensor;
}

/** What a call of `switchableNorm` can choose. */
export interface SwitchableOptions {
  readonly eps?: number;
  /** Given, they stand for the statistics of the batch, as in use. */
  readonly running?: Running;
}

/**
 * Normalizes by a mixture of the statistics of instance, layer and batch normalization.
 *
 * @param inputs `x` of shape [N, C, positions, ...]; `gamma` and `beta` of shape [C], which may be left out; `meanLogits` and
 * `varianceLogits` of shape [3].
 * @param options `eps` = 1e-5; `running`, which takes the place of the batch.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if x has no channels or positions, or a parameter has another shape.
 * @throws {RangeError} if ε is negative or not a number.
 * @example
 * const layer = tensor([-100, 100, -100]); // all of the weight
 * switchableNorm({ x: tensor([[[1, 3]]]), meanLogits: layer, varianceLogits: layer }, { eps: 0 }); // [[[-1, 1]]]
 */
export function switchableNorm(
  inputs: SwitchableInputs,
  { eps = 1e-5, running }: SwitchableOptions = {},
): Tensor {
  const name = 'switchableNorm';
  const { x, meanLogits, varianceLogits } = inputs;
  requireEps(name, eps);
  const C = requireChannels(name, x);
  requirePositions(name, x);
  const [gamma, beta] = [usedGamma(name, inputs, [C]), usedBeta(name, inputs, [C])];
  requireShape(name, 'meanLogits', meanLogits, [3]);
  requireShape(name, 'varianceLogits', varianceLogits, [3]);
  if (running) requireRunning(name, running, x);
  if (x.shape[0] === 0) return mul(x, 1);
  return composed(name, { x, gamma, beta, meanLogits, varianceLogits }, (given) => {
    const axes = [
      positionAxes(x.shape),
      x.shape.map((_, axis) => axis).slice(1),
      axesBesideChannels(x.shape),
    ];
    const moments = axes.map((over) => momentsOf(given.x, over)); //                       (1)
    if (running) moments[2] = runningMoments(given.x, running);
    const [w, v] = [given.meanLogits, given.varianceLogits].map(softmaxOf); //             (2)
    const parts = <K extends keyof Moments>(key: K): Tensor[] => moments.map((one) => one[key]);
    const centred = mixed(w, parts('centred')); // x − Σ wₖ μₖ, as Σ wₖ = 1
    const rstd = pow(add(mixed(v, parts('variance')), eps), -1 / 2);
    const [g, b] = [given.gamma, given.beta].map((one) => reshape(one, besideX(x.shape)));
    return add(mul(g, mul(centred, rstd)), b); //                                          (3)
  });
}

/** x without one of the means, and the variance around it. */
interface Moments {
  readonly centred: Tensor;
  readonly variance: Tensor;
}

function momentsOf(x: Tensor, axis: readonly number[]): Moments {
  const over = { axis, keepdims: true };
  const centred = withoutMean(x, over);
  return { centred, variance: mean(mul(centred, centred), over) };
}

function runningMoments(x: Tensor, { mean: mu, variance }: Running): Moments {
  const at = ({ data }: NDArray): Tensor => new Tensor(ndarray(data, besideX(x.shape)));
  return { centred: sub(x, at(mu)), variance: at(variance) };
}

function softmaxOf(logits: Tensor): Tensor {
  const e = exp(sub(logits, max(logits, { axis: 0, keepdims: true })));
  return div(e, sum(e));
}

const mixed = (weights: Tensor, parts: readonly Tensor[]): Tensor =>
  parts
    .map((part, k) => mul(slice(weights, { axis: 0, start: k, end: k + 1 }), part))
    .reduce((total, part) => add(total, part));

/**
 * `switchableNorm` with parameters and running statistics of its own: γ = 1, β = 0 and all three mixed alike at the start.
 *
 * @example
 * new SwitchableNorm(1, { eps: 0 }).forward(tensor([[[1, 3]]])); // all three agree on one channel: [[[-1, 1]]]
 */
export class SwitchableNorm extends Module {
  readonly C: number;
  readonly eps: number;
  readonly momentum: number;
  readonly gamma: Tensor;
  readonly beta: Tensor;
  readonly meanLogits: Tensor;
  readonly varianceLogits: Tensor;
  readonly runningMean: NDArray;
  readonly runningVariance: NDArray;
  /** Whether the running statistics come from somewhere. */
  isMeasured: boolean = false;

  /**
   * @param C The number of channels.
   * @param options `eps` = 1e-5; `momentum` = 0.1 of the running statistics; `dtype` of all parameters.
   * @throws {RangeError} if C is not a whole number from 1, ε is negative or not a number, or the momentum is not from 0 to 1.
   */
  constructor(
    C: number,
    {
      eps = 1e-5,
      momentum = 0.1,
      dtype = 'float64',
    }: { eps?: number; momentum?: number; dtype?: DType } = {},
  ) {
    super();
    requireEps('SwitchableNorm', eps);
    requireMomentum('SwitchableNorm', momentum);
    requireNormalizedShape('SwitchableNorm', [C]);
    [this.C, this.eps, this.momentum] = [C, eps, momentum];
    this.gamma = constant([C], 1, dtype);
    this.beta = constant([C], 0, dtype);
    this.meanLogits = constant([3], 0, dtype);
    this.varianceLogits = constant([3], 0, dtype);
    this.runningMean = filled([C], 0, dtype);
    this.runningVariance = filled([C], 1, dtype);
  }

  forward(x: Tensor): Tensor {
    const { C, eps, momentum, gamma, beta, meanLogits, varianceLogits } = this;
    requireChannels('SwitchableNorm', x, C);
    const inputs = { x, gamma, beta, meanLogits, varianceLogits };
    const running = { mean: this.runningMean, variance: this.runningVariance };
    if (!this.training) {
      if (!this.isMeasured) requireMeasured('SwitchableNorm', running);
      return switchableNorm(inputs, { eps, running });
    }
    requireSeveral('SwitchableNorm', x, C);
    const y = switchableNorm(inputs, { eps });
    updateRunning(running, batchStatistics(x), momentum);
    this.isMeasured ||= x.shape[0] > 0;
    return y;
  }

  protected override loaded(): void {
    this.isMeasured = true;
  }
}
