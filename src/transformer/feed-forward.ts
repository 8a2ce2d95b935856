/**
 * The feed-forward sub-layer: each position by itself, through a wider layer and back.
 *
 *     (1)  y = φ(x W₁ + b₁) W₂ + b₂          x [N, T, C], W₁ [C, F], W₂ [F, C]
 *
 * NormFormer puts a norm between φ and W₂.
 *
 * Source: Vaswani et al. (2017), arXiv:1706.03762, equation (2); the inner norm: Shleifer, Weston and Ott (2021),
 * arXiv:2110.09456.
 */
import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import { relu } from '../autograd/ops/relu.js';
import type { Tensor } from '../autograd/tensor.js';
import { gelu } from '../nn/gelu.js';
import { Linear } from '../nn/linear.js';
import type { DType } from '../tensor/dtype.js';
import type { Stream } from '../tensor/random.js';

/** φ, the bend between the two linear layers. */
export type ActivationName = 'relu' | 'gelu' | 'gelu-tanh';

const activations: Readonly<Record<ActivationName, (x: Tensor) => Tensor>> = {
  relu,
  gelu: (x) => gelu(x),
  'gelu-tanh': (x) => gelu(x, { form: 'tanh' }),
};

/** How a feed-forward sub-layer is made. */
export interface FeedForwardOptions {
  /** C. */
  readonly width: number;
  /** F, usually 2 to 4 times C. */
  readonly hidden: number;
  readonly random: Stream;
  readonly activation?: ActivationName;
  /** Makes the norm of the F hidden features. */
  readonly innerNorm?: (features: number) => Layer;
  readonly dtype?: DType;
}

/**
 * Two linear layers with a bend between them.
 *
 * @example
 * const feedForward = new FeedForward({ width: 4, hidden: 8, random: stream('weights', 1) });
 * feedForward.forward(tensor([[1, 2, 3, 4]])).shape; // [1, 4]
 */
export class FeedForward extends Module {
  readonly activation: ActivationName;
  readonly first: Linear;
  readonly innerNorm: Layer | undefined;
  readonly second: Linear;

  constructor({
    width,
    hidden,
    random,
    activation = 'relu',
    innerNorm,
    dtype = 'float64',
  }: FeedForwardOptions) {
    super();
    this.activation = activation;
    this.first = new Linear(width, hidden, { random, dtype });
    this.innerNorm = innerNorm?.(hidden);
    this.second = new Linear(hidden, width, { random, dtype });
  }

  /**
   * @param x Shape [..., C].
   * @returns The same shape.
   */
  forward(x: Tensor): Tensor {
    const h = activations[this.activation](this.first.forward(x));
    return this.second.forward(this.innerNorm ? this.innerNorm.forward(h) : h);
  }
}
