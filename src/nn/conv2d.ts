/**
 * Convolution of images: the same few weights look at every patch. As everywhere in deep learning they are not turned
 * around first, so in mathematics it is called a cross-correlation.
 *
 * For x [N, C, H, W], W [O, C, h, w], b [O], stride s and padding p:
 *
 *     (1)  H′ = ⌊(H + 2p − h) / s⌋ + 1                                    W′ likewise
 *     (2)  P[(c, u, v), (i, j)] = x[c, s·i + u − p, s·j + v − p]          of each image; 0 outside of it
 *     (3)  y  = W P + b                       W read as [O, C·h·w]; y [O, H′·W′] of each image
 *
 * Backward, given dy:
 *
 *     (4)  dP = Wᵀ dy
 *     (5)  dx = Σ dP                          each number is added where (2) took it from
 *     (6)  dW = Σ dy Pᵀ                       over the images
 *     (7)  db = Σ dy                          over images and patches
 *
 * Sources: LeCun et al. (1989), "Backpropagation applied to handwritten zip code recognition"; as a product of matrices
 * Chellapilla, Puri and Simard (2006), "High performance convolutional neural networks for document processing".
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { concat } from '../autograd/ops/concat.js';
import { gather } from '../autograd/ops/gather.js';
import { matmul } from '../autograd/ops/matmul.js';
import { reshape } from '../autograd/ops/reshape.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { requireArray, ShapeError } from '../tensor/errors.js';
import { matrix, multiply, transposed } from '../tensor/matrix.js';
import { filled, zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { sameShape, sizeOf } from '../tensor/shape.js';
import { xavierDeviation } from './initialization.js';
import { addPatches, pairFrom, patchesOf, takePatches } from './patches.js';
import type { Pair, Patches, PatchOptions } from './patches.js';

const conv2dOp: Op<'x' | 'weight' | 'bias', Patches> = defineOp('conv2d', {
  forward({ x, weight, bias }, { grid, count, size, places }) {
    const [N, O] = [x.shape[0], weight.shape[0]];
    const y = filled([N, O, ...grid], 0, x.dtype);
    const [P, product] = [new Float64Array(size * count), new Float64Array(O * count)];
    const [to, b] = [y.data, bias.data];
    for (let n = 0, at = 0; n < N; n++) {
      takePatches(imageOf(x, n), places, P); //                                              (2)
      const sizes = { m: O, k: size, n: count };
      multiply(matrix(weight.data, size), matrix(P, count), matrix(product, count), sizes);
      for (let o = 0, i = 0; o < O; o++)
        for (const end = i + count; i < end; i++) to[at++] = product[i] + b[o]; //           (3)
    }
    return { y, saved: undefined };
  },

  backward(dy, { x, weight, bias }, _, { count, size, places }) {
    const [dx, dweight, dbias] = [zerosLike(x), zerosLike(weight), zerosLike(bias)];
    const [N, O] = [x.shape[0], weight.shape[0]];
    const [P, dimage] = [new Float64Array(size * count), new Float64Array(sizeOf(x.shape.slice(1)))];
    const [product, sum, total] = [weight, weight, bias].map(({ data }) => new Float64Array(data.length));
    const W = transposed(matrix(weight.data, size));
    for (let n = 0, at = 0; n < N; n++) {
      const DY = matrix(dy.data, count, n * O * count);
      multiply(W, DY, matrix(P, count), { m: size, k: O, n: count }); //                     (4)
      addPatches(P, places, dimage.fill(0)); //                                              (5)
      dx.data.set(dimage, n * dimage.length);
      takePatches(imageOf(x, n), places, P);
      multiply(DY, transposed(matrix(P, count)), matrix(product, size), { m: O, k: count, n: size });
      for (let i = 0; i < sum.length; i++) sum[i] += product[i]; //                          (6)
      for (let o = 0; o < O; o++) for (const end = at + count; at < end; at++) total[o] += dy.data[at]; //             (7)
    }
    dweight.data.set(sum);
    dbias.data.set(total);
    return { x: dx, weight: dweight, bias: dbias };
  },

  compose({ x, weight, bias }, { grid, count, size, places }) {
    const [N, O] = [x.shape[0], weight.shape[0]];
    const outside = new Tensor(filled([1, 1], 0, x.dtype));
    const numbers = concat([reshape(x, [x.data.length, 1]), outside], { axis: 0 });
    const P = reshape(gather(numbers, placesInBatch(x, places)), [N, size, count]); //       (2)
    const product = matmul(reshape(weight, [O, size]), P);
    return reshape(add(product, reshape(bias, [O, 1])), [N, O, ...grid]); //                 (3)
  },
});

/** The numbers of the n-th image. */
function imageOf({ data, shape }: NDArray, n: number): NDArray['data'] {
  const length = sizeOf(shape.slice(1));
  return data.subarray(n * length, (n + 1) * length);
}

/** The places of all patches among the numbers of all images, which are followed by one zero. */
function placesInBatch(x: NDArray, places: Int32Array): NDArray {
  const [N, size] = [x.shape[0], sizeOf(x.shape.slice(1))];
  const all = filled([N * places.length], x.data.length);
  for (let n = 0; n < N; n++)
    places.forEach((place, i) => {
      if (place >= 0) all.data[n * places.length + i] = n * size + place;
    });
  return all;
}

/** What `conv2d` takes. */
export interface Conv2dInputs {
  /** Shape [N, C, H, W]. */
  readonly x: Tensor;
  /** W, of shape [O, C, h, w], as in PyTorch. */
  readonly weight: Tensor;
  /** b, of shape [O]; it may be left out. */
  readonly bias?: Tensor | undefined;
}

/**
 * The cross-correlation of images with O kernels, plus one bias for each.
 *
 * @param inputs `x` of shape [N, C, H, W], `weight` of shape [O, C, h, w], `bias` of shape [O], which may be left out.
 * @param options `stride` = 1 and `padding` = 0, each one number or [the height's, the width's].
 * @returns Shape [N, O, H′, W′] with H′ = ⌊(H + 2 · padding − h) / stride⌋ + 1.
 * @throws {ShapeError} if the shapes do not fit, or the kernel is larger than the padded image.
 * @throws {RangeError} if the stride is not a whole number from 1, or the padding not one from 0.
 * @throws {TypeError} if the dtypes differ.
 * @example
 * const x = tensor([[[[1, 2, 3], [4, 5, 6], [7, 8, 9]]]]);
 * const weight = tensor([[[[1, 0], [0, -1]]]]);
 * conv2d({ x, weight }); // [[[[-4, -4], [-4, -4]]]]
 * conv2d({ x, weight, bias: tensor([10]) }, { stride: 2, padding: 1 }); // [[[[9, 7], [3, 6]]]]
 */
export function conv2d({ x, weight, bias }: Conv2dInputs, options: PatchOptions = {}): Tensor {
  requireArray('conv2d', 'x', x);
  requireArray('conv2d', 'weight', weight);
  const patches = patchesOf('conv2d', x.shape, weight.shape, options);
  const shape = weight.shape.slice(0, 1);
  if (bias && !sameShape(bias.shape, shape))
    throw new ShapeError('conv2d', 'bias', `[${shape[0]}]`, bias.shape);
  return conv2dOp({ x, weight, bias: bias ?? new Tensor(filled(shape, 0, weight.dtype)) }, patches);
}

/** How a convolution is made. */
export interface Conv2dOptions extends PatchOptions {
  /** Where the weights come from. */
  readonly random: Stream;
  /** false leaves b out. */
  readonly bias?: boolean;
  /** The deviation of the normal weights; Xavier's, for C·h·w inputs and O·h·w outputs, unless said otherwise. */
  readonly deviation?: number;
  readonly dtype?: DType;
}

/**
 * `conv2d` with parameters of its own: normal weights, b = 0.
 *
 * @example
 * const layer = new Conv2d(3, 8, 5, { stride: 2, padding: 2, random: stream('weights', 1) });
 * layer.forward(new Tensor(stream('images', 1).normals([2, 3, 8, 6]))).shape; // [2, 8, 4, 3]
 */
export class Conv2d extends Module {
  readonly stride: Pair;
  readonly padding: Pair;
  readonly weight: Tensor;
  readonly bias: Tensor | undefined;

  /**
   * @param inputs C, the channels of x.
   * @param outputs O, the channels of y.
   * @param kernel h and w: one number for both, or two.
   * @throws {RangeError} if the kernel or the stride is not made of whole numbers from 1, or the padding of such from 0.
   */
  constructor(inputs: number, outputs: number, kernel: Pair, options: Conv2dOptions) {
    super();
    const { random, stride = 1, padding = 0, bias = true, dtype = 'float64' } = options;
    const [h, w] = pairFrom('Conv2d', 'kernel', kernel, 1);
    pairFrom('Conv2d', 'stride', stride, 1);
    pairFrom('Conv2d', 'padding', padding, 0);
    [this.stride, this.padding] = [stride, padding];
    const { deviation = xavierDeviation(inputs * h * w, outputs * h * w) } = options;
    this.weight = new Tensor(random.normals([outputs, inputs, h, w], { deviation, dtype }));
    this.bias = bias ? new Tensor(filled([outputs], 0, dtype)) : undefined;
  }

  /**
   * @param x Shape [N, C, H, W].
   * @returns Shape [N, O, H′, W′].
   */
  forward(x: Tensor): Tensor {
    const { weight, bias, stride, padding } = this;
    return conv2d({ x, weight, bias }, { stride, padding });
  }
}
