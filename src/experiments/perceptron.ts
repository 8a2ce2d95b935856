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
import { kaimingDeviation } from '../nn/initialization.js';
import { Linear } from '../nn/linear.js';
import { BatchNorm } from '../norm/batch-norm/index.js';
import { GroupNorm } from '../norm/group-norm.js';
import { LayerNorm } from '../norm/layer-norm.js';
import { RMSNorm } from '../norm/rms-norm.js';
import type { DType } from '../tensor/dtype.js';
import type { Stream } from '../tensor/random.js';

/** How a perceptron is built. */
export interface PerceptronOptions {
  /** Where the initial weights come from: layer after layer, so that they are the same whatever the norm is. */
  readonly random: Stream;
  /** Bare layers unless said otherwise. */
  readonly norm?: HiddenNorm;
  /** The deviation of the initial weights of a layer with this many inputs; √(2 / inputs) unless said otherwise. */
  readonly deviation?: (inputs: number) => number;
  /** false leaves out every b. */
  readonly bias?: boolean;
  readonly dtype?: DType;
}

/** The normalization of a hidden layer with this many features. */
export type HiddenNorm = (features: number, dtype: DType) => Layer | undefined;

/** Those that experiments compare, by the name of their arm. */
export const hiddenNorms: Readonly<
  Record<'none' | 'batch-norm' | 'group-norm' | 'layer-norm' | 'rms-norm', HiddenNorm>
> = {
  none: () => undefined,
  'batch-norm': (C, dtype) => new BatchNorm(C, { dtype }),
  'group-norm': (C, dtype) => new GroupNorm(8, C, { dtype }),
  'layer-norm': (C, dtype) => new LayerNorm(C, { dtype }),
  'rms-norm': (C, dtype) => new RMSNorm(C, { dtype }),
};

/** One hidden layer: linear, norm, ReLU. */
export class HiddenLayer extends Module {
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
      norm = hiddenNorms.none,
      deviation = (inputs) => kaimingDeviation(inputs),
      bias = true,
      dtype = 'float64',
    }: PerceptronOptions,
  ) {
    super();
    const linears = widths
      .slice(1)
      .map(
        (outputs, i) =>
          new Linear(widths[i], outputs, { random, bias, dtype, deviation: deviation(widths[i]) }),
      );
    const last = linears.length - 1;
    this.hidden = linears
      .slice(0, last)
      .map((linear, i) => new HiddenLayer(linear, norm(widths[i + 1], dtype)));
    this.readout = linears[last];
  }

  /** Logits [N, out] of x [N, in]. */
  forward(x: Tensor): Tensor {
    return this.readout.forward(this.hidden.reduce((h, layer) => layer.forward(h), x));
  }
}
