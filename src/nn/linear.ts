/**
 * A linear layer: each row of x times one matrix, plus one bias.
 *
 *     (1)  y  = x W + b            x [..., in], W [in, out], b [out]
 *
 * Backward, given dy:
 *
 *     (2)  dx = dy Wᵀ
 *     (3)  dW = xᵀ dy              summed over the rows
 *     (4)  db = Σ dy               over the rows
 *
 * W is [in, out], so that shapes are read from left to right; PyTorch stores the transpose.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { matmul } from '../autograd/ops/matmul.js';
import { reshape } from '../autograd/ops/reshape.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { requireArray, ShapeError } from '../tensor/errors.js';
import { matrix, multiply, transposed } from '../tensor/matrix.js';
import { filled, zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { formatShape, sameShape, sizeOf } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';
import { xavierDeviation } from './initialization.js';

const linearOp: Op<'x' | 'weight' | 'bias', undefined> = defineOp('linear', {
  forward({ x, weight, bias }) {
    const [k, n] = weight.shape;
    const m = sizeOf(x.shape.slice(0, -1));
    const y = filled(outputShape(x, weight), 0, x.dtype);
    multiply(matrix(x.data, k), matrix(weight.data, n), matrix(y.data, n), { m, k, n });
    const [sum, b] = [y.data, bias.data];
    for (let start = 0; start < sum.length; start += n) for (let j = 0; j < n; j++) sum[start + j] += b[j]; // (1)
    return { y, saved: undefined };
  },

  backward(dy, { x, weight, bias }) {
    const [k, n] = weight.shape;
    const m = sizeOf(x.shape.slice(0, -1));
    const [dx, dweight, dbias] = [zerosLike(x), zerosLike(weight), zerosLike(bias)];
    const [X, W, DY] = [matrix(x.data, k), matrix(weight.data, n), matrix(dy.data, n)];
    multiply(DY, transposed(W), matrix(dx.data, k), { m, k: n, n: k }); //                   (2)
    multiply(transposed(X), DY, matrix(dweight.data, n), { m: k, k: m, n }); //              (3)
    const [total, d] = [new Float64Array(n), dy.data];
    for (let start = 0; start < d.length; start += n) for (let j = 0; j < n; j++) total[j] += d[start + j]; // (4)
    dbias.data.set(total);
    return { x: dx, weight: dweight, bias: dbias };
  },

  compose({ x, weight, bias }) {
    const rows = reshape(x, [sizeOf(x.shape.slice(0, -1)), weight.shape[0]]);
    return reshape(add(matmul(rows, weight), bias), outputShape(x, weight)); //              (1)
  },
});

function outputShape(x: NDArray, weight: NDArray): Shape {
  return [...x.shape.slice(0, -1), weight.shape[1]];
}

/**
 * x W + b.
 *
 * @param inputs `x` of shape [..., in], `weight` W of shape [in, out], `bias` b of shape [out], which may be left out.
 * @returns Shape [..., out].
 * @throws {ShapeError} if the shapes do not fit.
 * @throws {TypeError} if the dtypes differ.
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
  requireArray('linear', 'x', x);
  requireArray('linear', 'weight', weight);
  const [inputs, outputs] = weight.shape;
  if (weight.shape.length !== 2) throw new ShapeError('linear', 'weight', '[in, out]', weight.shape);
  if (x.shape[x.shape.length - 1] !== inputs)
    throw new ShapeError(
      'linear',
      'x',
      `[..., ${inputs}] for weight of shape ${formatShape(weight.shape)}`,
      x.shape,
      x.shape[x.shape.length - 1] === outputs
        ? 'The weight looks transposed: it is [in, out] here, [out, in] in PyTorch'
        : '',
    );
  if (bias && !sameShape(bias.shape, [outputs]))
    throw new ShapeError('linear', 'bias', `[${outputs}]`, bias.shape);
  return linearOp({ x, weight, bias: bias ?? new Tensor(filled([outputs], 0, weight.dtype)) }, undefined);
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
    { random, bias = true, deviation = xavierDeviation(inputs, outputs), dtype = 'float64' }: LinearOptions,
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
