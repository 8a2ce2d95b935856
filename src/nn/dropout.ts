/**
 * Dropout: in training each number is set to 0 with probability p, and the others are scaled so that the mean stays.
 *
 *     (1)  m  = 0 with probability p, else 1 / (1 − p)        drawn for each number
 *     (2)  y  = m ⊙ x
 *     (3)  dx = m ⊙ dy
 *
 * Source: Srivastava et al. (2014), "Dropout: a simple way to prevent neural networks from overfitting", section 4;
 * there the weights are scaled by 1 − p afterwards instead.
 */
import { Module } from '../autograd/module.js';
import { mul } from '../autograd/ops/mul.js';
import { Tensor } from '../autograd/tensor.js';
import { filled, mapped } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';

/** How numbers are dropped. */
export interface DropoutOptions {
  /** Where the draws come from. */
  readonly random: Stream;
}

/**
 * x with some numbers dropped and the others scaled by 1 / (1 − rate).
 *
 * @param x Any shape; the result has the same.
 * @param rate p, from 0 to below 1.
 * @throws {RangeError} for any other rate.
 * @example
 * dropout(tensor([1, 1, 1, 1]), 0.5, { random: stream('dropout', 1) }); // [2, 0, 2, 0]
 */
export function dropout(x: Tensor, rate: number, { random }: DropoutOptions): Tensor {
  requireRate('dropout', rate);
  return mul(x, new Tensor(mapped(x, () => (random.uniform() < rate ? 0 : 1 / (1 - rate)))));
}

/**
 * `dropout` while training, and x itself after `evaluate()`.
 *
 * Each pass draws its mask from a stream of its own, named by the number of passes so far. That number is a buffer:
 * a state that is saved and loaded goes on with the masks that would have come next.
 *
 * @example
 * const layer = new Dropout(0.5, { random: stream('dropout', 1) });
 * layer.evaluate().forward(tensor([1, 2])); // [1, 2]
 */
export class Dropout extends Module {
  readonly rate: number;
  /** How many masks were drawn. */
  readonly passes: NDArray = filled([], 0);
  private readonly masks: Stream;

  /**
   * @param rate p, from 0 to below 1.
   * @param options `random`: one number is drawn from it, so that layers that share it have masks of their own.
   */
  constructor(rate: number, { random }: DropoutOptions) {
    super();
    requireRate('Dropout', rate);
    this.rate = rate;
    this.masks = random.substream(random.integer(0x80000000));
  }

  forward(x: Tensor): Tensor {
    if (!this.training || this.rate === 0) return x;
    return dropout(x, this.rate, { random: this.masks.substream(this.passes.data[0]++) });
  }
}

function requireRate(op: string, rate: number): void {
  if (!(rate >= 0 && rate < 1))
    throw new RangeError(`${op}: expected rate to be from 0 to below 1, got ${rate}`);
}
