/**
 * Stochastic gradient descent, with momentum and Nesterov's look ahead.
 *
 *     (1)  g ← g + λ θ                        weight decay λ, as the gradient of ½ λ ‖θ‖²
 *     (2)  v ← μ v + g                        momentum μ; v = 0 before the first step
 *     (3)  θ ← θ − η v                        without momentum v = g
 *     (4)  θ ← θ − η (g + μ v)                Nesterov, instead of (3)
 *
 * These are PyTorch's formulas (torch.optim.SGD, dampening 0): η stands before the whole step, so that a new η acts at
 * once on all that v holds. Source of (4): Sutskever, Martens, Dahl and Hinton (2013), "On the importance of
 * initialization and momentum in deep learning", section 2, in another notation.
 */
import type { Tensor } from '../autograd/tensor.js';
import { Optimizer } from './optimizer.js';
import type { Update } from './optimizer.js';
import { requireNotNegative } from './requirements.js';

/** How SGD steps. */
export interface SGDOptions {
  /** η. */
  readonly learningRate: number;
  /** μ, the share of the last direction that is kept; 0 unless said otherwise. */
  readonly momentum?: number;
  /** Look ahead along the direction; false unless said otherwise. */
  readonly nesterov?: boolean;
  /** λ; 0 unless said otherwise. */
  readonly weightDecay?: number;
}

/**
 * Stochastic gradient descent.
 *
 * @throws {RangeError} if an option is negative or not a number, or Nesterov is asked for without momentum.
 * @example
 * const weight = tensor([1, 2]);
 * const optimizer = new SGD(new Map([['weight', weight]]), { learningRate: 0.1 });
 * sum(mul(weight, weight)).backward(); // the gradient is 2 · weight
 * optimizer.step();
 * weight; // [0.8, 1.6]
 */
export class SGD extends Optimizer<'v'> {
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly weightDecay: number;

  constructor(
    parameters: ReadonlyMap<string, Tensor>,
    { learningRate, momentum = 0, nesterov = false, weightDecay = 0 }: SGDOptions,
  ) {
    requireNotNegative('SGD', { momentum, weightDecay });
    if (nesterov && momentum === 0)
      throw new RangeError('SGD: expected a momentum above 0 for nesterov, got 0. Nesterov looks along it');
    super(parameters, learningRate, momentum > 0 ? ['v'] : []);
    this.momentum = momentum;
    this.nesterov = nesterov;
    this.weightDecay = weightDecay;
  }

  protected update({ p, g, memory: { v }, rate }: Update<'v'>): void {
    const { momentum, nesterov, weightDecay } = this;
    for (let i = 0; i < p.length; i++) {
      const gi = g[i] + weightDecay * p[i]; //                                             (1)
      if (momentum === 0) {
        p[i] -= rate * gi; //                                                              (3)
        continue;
      }
      v[i] = momentum * v[i] + gi; //                                                      (2)
      p[i] -= rate * (nesterov ? gi + momentum * v[i] : v[i]); //                          (4) (3)
    }
  }
}
