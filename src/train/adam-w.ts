/**
 * AdamW: Adam whose weight decay is no part of the gradient.
 *
 *     (1)  θ ← θ − η λ θ                      weight decay λ: every number shrinks by the same share
 *     (2)  θ ← Adam's step                    equations (2)–(6) of adam.ts, without its (1)
 *
 * In Adam's own (1) the decay is divided by √ŝ like the gradient: weights with large gradients hardly decay.
 * These are PyTorch's formulas (torch.optim.AdamW). Source: Loshchilov and Hutter (2019), "Decoupled Weight Decay
 * Regularization", arXiv:1711.05101, algorithm 2; there λ is not multiplied by the base rate, only by its schedule.
 */
import type { Tensor } from '../autograd/tensor.js';
import { Adam } from './adam.js';
import type { AdamOptions } from './adam.js';
import type { Update } from './optimizer.js';
import { requireNotNegative } from './requirements.js';

/**
 * AdamW. Its options are Adam's, but `weightDecay` is decoupled, and 0.01 unless said otherwise.
 *
 * @throws {RangeError} if an option is negative or not a number, or a β is 1 or more.
 * @example
 * const weight = tensor([1, 2]);
 * const optimizer = new AdamW(new Map([['weight', weight]]), { learningRate: 0.1, weightDecay: 0.5 });
 * sum(mul(weight, weight)).backward();
 * optimizer.step();
 * weight; // 5 % off, then a step of length 0.1: [0.85, 1.8]
 */
export class AdamW extends Adam {
  /** λ of (1). Adam's own `weightDecay` is 0 here. */
  readonly decoupledDecay: number;

  constructor(parameters: ReadonlyMap<string, Tensor>, { weightDecay = 0.01, ...options }: AdamOptions) {
    super(parameters, options);
    requireNotNegative('AdamW', { weightDecay });
    this.decoupledDecay = weightDecay;
  }

  protected override update(one: Update<'m' | 's'>): void {
    const [{ p }, kept] = [one, 1 - one.rate * this.decoupledDecay];
    for (let i = 0; i < p.length; i++) p[i] *= kept; //                                    (1)
    super.update(one); //                                                                  (2)
  }
}
