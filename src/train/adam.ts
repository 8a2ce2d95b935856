/**
 * Adam: each number steps by its mean gradient over the root of its mean squared gradient.
 *
 *     (1)  g ← g + λ θ                        weight decay λ, as the gradient of ½ λ ‖θ‖²
 *     (2)  m ← m + (1 − β₁)(g − m)            the mean of the last gradients; m = 0 before the first step
 *     (3)  s ← β₂ s + (1 − β₂) g²             the mean of their squares; s = 0 before the first step
 *     (4)  m̂ = m / (1 − β₁ᵗ)                  what starting from 0 took away is given back; t = 1, 2, …
 *     (5)  ŝ = s / (1 − β₂ᵗ)
 *     (6)  θ ← θ − η m̂ / (√ŝ + ε)
 *
 * These are PyTorch's formulas (torch.optim.Adam). Source: Kingma and Ba (2015), "Adam: A Method for Stochastic
 * Optimization", arXiv:1412.6980, algorithm 1, where s is called v.
 */
import type { Tensor } from '../autograd/tensor.js';
import { pow } from '../tensor/elementary.js';
import { Optimizer } from './optimizer.js';
import type { Update } from './optimizer.js';
import { requireDecay, requireNotNegative } from './requirements.js';

/** How Adam steps. */
export interface AdamOptions {
  /** η. */
  readonly learningRate: number;
  /** β₁ and β₂, how much of the past the two means keep; [0.9, 0.999] unless said otherwise. */
  readonly betas?: readonly [number, number];
  /** ε; 1e-8 unless said otherwise. */
  readonly eps?: number;
  /** λ; 0 unless said otherwise. */
  readonly weightDecay?: number;
}

/**
 * Adam.
 *
 * @throws {RangeError} if an option is negative or not a number, or a β is 1 or more.
 * @example
 * const weight = tensor([1, 2]);
 * const optimizer = new Adam(new Map([['weight', weight]]), { learningRate: 0.1 });
 * sum(mul(weight, weight)).backward();
 * optimizer.step();
 * weight; // the first step has length η wherever there is a gradient: [0.9, 1.9]
 */
export class Adam extends Optimizer<'m' | 's'> {
  readonly betas: readonly [number, number];
  readonly eps: number;
  readonly weightDecay: number;

  constructor(
    parameters: ReadonlyMap<string, Tensor>,
    { learningRate, betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0 }: AdamOptions,
  ) {
    super(parameters, learningRate, ['m', 's']);
    requireDecay(new.target.name, { 'betas[0]': betas[0], 'betas[1]': betas[1] });
    requireNotNegative(new.target.name, { eps, weightDecay });
    this.betas = betas;
    this.eps = eps;
    this.weightDecay = weightDecay;
  }

  protected update({ p, g, memory: { m, s }, t, rate }: Update<'m' | 's'>): void {
    const { betas, eps, weightDecay } = this;
    const [beta1, beta2] = betas;
    const stepSize = rate / (1 - pow(beta1, t)); //                                        (4)
    const rootCorrection = Math.sqrt(1 - pow(beta2, t)); //                                (5)
    for (let i = 0; i < p.length; i++) {
      const gi = g[i] + weightDecay * p[i]; //                                             (1)
      m[i] += (1 - beta1) * (gi - m[i]); //                                                (2)
      s[i] = beta2 * s[i] + (1 - beta2) * gi * gi; //                                      (3)
      p[i] -= (stepSize * m[i]) / (Math.sqrt(s[i]) / rootCorrection + eps); //             (6)
    }
  }
}
