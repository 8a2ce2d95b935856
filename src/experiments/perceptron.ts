/**
 * A plain deep network without residual connections, in which nothing varies but the normalization:
 *
 *     h ← ReLU(norm(h W + b))      in each hidden layer
 *     logits = h W + b             in the readout
 */
import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import { relu } from '../autograd/ops/relu.js';
import type { Tensor } from '../autograd/tensor.js';
import { Linear } from '../nn/linear.js';
import type { DType } from '../tensor/dtype.js';
import type { Stream } from '../tensor/random.js';

/** How a perceptron is built. */
export interface PerceptronOptions {
  /** Where the initial weights come from: layer after layer, so that they are the same whatever the norm is. */
  readonly random: Stream;
  /** The normalization of a hidden layer with this many features; undefined for a bare layer. */
  readonly norm?: (features: number) => Layer | undefined;
  /** The deviation of the initial weights of a layer with this many inputs; √(2 / inputs) unless said otherwise. */
  readonly deviation?: (inputs: number) => number;
  /** false leaves out every b. */
  readonly bias?: boolean;
  readonly dtype?: DType;
}

/** One hidden layer: linear, norm, ReLU. */
class HiddenLayer extends Module {
  readonly linear: Linear;
  readonly norm: Layer | undefined;

  constructor(linear: Linear, norm: Layer | undefined) {
    super();
    this.linear = linear;
    this.norm = norm;
  }

  forward(x: Tensor): Tensor {
    const z = this.linear.forward(x);
    return relu(this.norm ? this.norm.forward(z) : z);
  }
}

/**
 * Hidden layers and a readout.
 *
 * @example
 * const net = new Perceptron([64, 32, 32, 10], { random: stream('weights', 1), norm: (C) => new LayerNorm(C) });
 * net.forward(new Tensor(filled([8, 64], 1))).shape; // [8, 10]
 */
export class Perceptron extends Module {
  readonly hidden: HiddenLayer[];
  readonly readout: Linear;

  /** @param widths The number of inputs, of features of each hidden layer, and of logits. */
  constructor(
    widths: readonly number[],
    {
      random,
      norm = () => undefined,
      deviation = (inputs) => Math.sqrt(2 / inputs),
      ...options
    }: PerceptronOptions,
  ) {
    super();
    const linears = widths
      .slice(1)
      .map(
        (outputs, i) =>
          new Linear(widths[i], outputs, { random, deviation: deviation(widths[i]), ...options }),
      );
    const last = linears.length - 1;
    this.hidden = linears.slice(0, last).map((linear, i) => new HiddenLayer(linear, norm(widths[i + 1])));
    this.readout = linears[last];
  }

  /** Logits [N, out] of x [N, in]. */
  forward(x: Tensor): Tensor {
    return this.readout.forward(this.hidden.reduce((h, layer) => layer.forward(h), x));
  }
}
