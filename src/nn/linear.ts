/**
 * A linear layer: each row of x times one matrix, plus one bias.
 *
 *     (1)  y  = x W + b            x [..., in], W [in, out], b [out]
 *     (2)  dx = dy Wᵀ
 *     (3)  dW = Σ xᵀ dy            over the rows
 *     (4)  db = Σ dy               over the rows
 *
 * W is [in, out], so that shapes are read from left to right; PyTorch stores the transpose.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { matmul } from '../autograd/ops/matmul.js';
import { reshape } from '../autograd/ops/reshape.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { ShapeError } from '../tensor/errors.js';
import { filled } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { sizeOf } from '../tensor/shape.js';

/**
 * x W + b.
 *
 * @param inputs `x` of shape [..., in], `weight` W of shape [in, out], `bias` b of shape [out], which may be left out.
 * @returns Shape [..., out].
 * @throws {ShapeError} if the shapes do not fit.
 * @example
 * linear({ x: tensor([[1, 2]]), weight: tensor([[1], [10]]), bias: tensor([5]) }); // [[26]]
 */
export function linear({
  x,
  weight,
  bias,
}: {
  readonly x: Tensor;
  readonly weight: Tensor;
  readonly bias?: Tensor;
}): Tensor {
  const [inputs, outputs] = weight.shape;
  if (weight.shape.length !== 2) throw new ShapeError('linear', 'weight', '[in, out]', weight.shape);
  if (x.shape[x.shape.length - 1] !== inputs)
    throw new ShapeError('linear', 'x', `[..., ${inputs}]`, x.shape);
  const lead = x.shape.slice(0, -1);
  const y = reshape(matmul(reshape(x, [sizeOf(lead), inputs]), weight), [...lead, outputs]);
  return bias ? add(y, bias) : y;
}

/** How a linear layer starts. */
export interface LinearOptions {
  /** Where the weights come from. */
  readonly random: Stream;
  /** false leaves b out. */
  readonly bias?: boolean;
  /** The deviation of the normal weights; Xavier's √(2 / (in + out)) unless said otherwise. */
  readonly deviation?: number;
  readonly dtype?: DType;
}

/**
 * `linear` with parameters of its own: normal weights, b = 0.
 *
 * @example
 * new Linear(3, 2, { random: stream('weights', 1) }).forward(tensor([[1, 2, 3]])).shape; // [1, 2]
 */
export class Linear extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor | undefined;

  /**
   * @param inputs The length of a row of x.
   * @param outputs The length of a row of y.
   */
  constructor(
    inputs: number,
    outputs: number,
    { random, bias = true, deviation = Math.sqrt(2 / (inputs + outputs)), dtype = 'float64' }: LinearOptions,
  ) {
    super();
    this.weight = new Tensor(random.normals([inputs, outputs], { deviation, dtype }));
    this.bias = bias ? new Tensor(filled([outputs], 0, dtype)) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { weight, bias } = this;
    return linear({ x, weight, ...(bias && { bias }) });
  }
}
