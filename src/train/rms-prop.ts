/**
 * RMSprop: each number steps by its gradient over the root of its mean squared gradient.
 *
 *     (1)  g ← g + λ θ                        weight decay λ, as the gradient of ½ λ ‖θ‖²
 *     (2)  s ← α s + (1 − α) g²               the mean of the last squares; s = 0 before the first step
 *     (3)  v ← μ v + g / (√s + ε)             momentum μ; v = 0 before the first step
 *     (4)  θ ← θ − η v
 *
 * These are PyTorch's formulas (torch.optim.RMSprop, not centred). Source: Hinton, Srivastava and Swersky (2012),
 * "Neural Networks for Machine Learning", lecture 6e.
 */
import type { Tensor } from '../autograd/tensor.js';
import { Optimizer } from './optimizer.js';
import type { Update } from './optimizer.js';
import { requireDecay, requireNotNegative } from './requirements.js';

/** How RMSprop steps. */
export interface RMSpropOptions {
  /** η. */
  readonly learningRate: number;
  /** α, how much of the past the mean of squares keeps; 0.99 unless said otherwise. */
  readonly alpha?: number;
  /** ε; 1e-8 unless said otherwise. */
  readonly eps?: number;
  /** μ; 0 unless said otherwise. */
  readonly momentum?: number;
  /** λ; 0 unless said otherwise. */
  readonly weightDecay?: number;
}

/**
 * RMSprop.
 *
 * @throws {RangeError} if an option is negative or not a number, or α is 1 or more.
 * @example
 * const weight = tensor([1, 2]);
 * const optimizer = new RMSprop(new Map([['weight', weight]]), { learningRate: 0.1, alpha: 0.75 });
 * sum(mul(weight, weight)).backward();
 * optimizer.step();
 * weight; // s holds a quarter of g², so the first step has length 2η: [0.8, 1.8]
 */
export class RMSprop extends Optimizer<'s' | 'v'> {
  readonly alpha: number;
  readonly eps: number;
  readonly momentum: number;
  readonly weightDecay: number;

  constructor(
    parameters: ReadonlyMap<string, Tensor>,
    { learningRate, alpha = 0.99, eps = 1e-8, momentum = 0, weightDecay = 0 }: RMSpropOptions,
  ) {
    requireDecay('RMSprop', { alpha });
    requireNotNegative('RMSprop', { eps, momentum, weightDecay });
    super(parameters, learningRate, momentum > 0 ? ['s', 'v'] : ['s']);
    this.alpha = alpha;
    this.eps = eps;
    this.momentum = momentum;
    this.weightDecay = weightDecay;
  }

  protected update({ p, g, memory: { s, v }, rate }: Update<'s' | 'v'>): void {
    const { alpha, eps, momentum, weightDecay } = this;
    for (let i = 0; i < p.length; i++) {
      const gi = g[i] + weightDecay * p[i]; //                                             (1)
      s[i] = alpha * s[i] + (1 - alpha) * gi * gi; //                                      (2)
      const scaled = gi / (Math.sqrt(s[i]) + eps);
      if (momentum > 0) v[i] = momentum * v[i] + scaled; //                                (3)
      p[i] -= rate * (momentum > 0 ? v[i] : scaled); //                                    (4)
    }
  }
}
