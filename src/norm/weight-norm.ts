/**
 * Weight normalization: each slice of the weights is a direction v and a length g of its own. A slice is what one output
 * is made with: a row of [out, in], a column of [in, out].
 *
 *     (1)  s  = max(‖v‖, ε)                   of each slice; ε only keeps zeros from being divided by zero
 *     (2)  w  = g · v / s
 *
 * Backward, given dw:
 *
 *     (3)  dg = ⟨dw, v⟩ / s
 *     (4)  dv = g / s · (dw − dg · v / s)     at a right angle to v; without the second term where ε is larger
 *
 * Start, from the pre-activations y of one batch, of mean μ and deviation σ for each output:
 *
 *     (5)  g ← g / σ,   b ← (b − μ) / σ       then those of this batch have mean 0 and deviation 1
 *
 * Source: Salimans and Kingma (2016), "Weight Normalization: A Simple Reparameterization to Accelerate Training of Deep
 * Neural Networks", arXiv:1602.07868: section 2, and section 3 for the start, which there goes out from g = 1 and b = 0.
 * There is no ε there, nor in PyTorch, where zeros give NaN.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { mul } from '../autograd/ops/mul.js';
import { Tensor } from '../autograd/tensor.js';
import { filled, ndarray, zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import { centre, dot, mean, meanSquare } from '../tensor/rows.js';
import { axisOf, formatShape } from '../tensor/shape.js';
import { normalize } from './normalize.js';
import { requireEps, requireShape } from './requirements.js';
import { besideSlices, requireSlices, slicesOf } from './slices.js';

/** What a call of `weightNorm` can choose. */
export interface WeightNormOptions {
  /** The axis of the outputs, which PyTorch calls dim: 0 unless said otherwise; 1 for a `Linear`, whose W is [in, out]. */
  readonly axis?: number;
  /** ε, the least divisor. 1e-12 unless said otherwise. */
  readonly eps?: number;
}

const weightNormOp: Op<'v' | 'g', Required<WeightNormOptions>> = defineOp('weightNorm', {
  forward({ v, g }, { axis, eps }) {
    const w = zerosLike(v);
    const [V, W] = [v, w].map((array) => slicesOf(array, axis));
    const size = new Float64Array(V.count);
    for (let k = 0; k < V.count; k++) {
      const vk = V.read(k);
      const s = (size[k] = Math.max(Math.sqrt(dot(vk, vk)), eps)); //                      (1)
      const wk = vk.map((value) => g.data[k] * (value / s)); //                            (2)
      W.write(k, wk);
    }
    return { y: w, saved: size };
  },

  backward(dw, { v, g }, size, { axis, eps }) {
    const [dv, dg] = [zerosLike(v), zerosLike(g)];
    const [V, DW, DV] = [v, dw, dv].map((array) => slicesOf(array, axis));
    for (let k = 0; k < V.count; k++) {
      const [vk, dwk, s] = [V.read(k), DW.read(k), size[k]];
      const along = (dg.data[k] = dot(dwk, vk) / s); //                                    (3)
      const off = s > eps ? along / s : 0;
      const dvk = dwk.map((d, i) => (g.data[k] / s) * (d - off * vk[i])); //               (4)
      DV.write(k, dvk);
    }
    return { v: dv, g: dg };
  },

  compose({ v, g }, { axis, eps }) {
    const axes = [...v.shape.keys()].filter((one) => one !== axis);
    return mul(g, normalize(v, { axes, center: false, scale: 'l2', eps })); //             (1) (2)
  },
});

/**
 * Weights from directions and lengths: w = g · v/‖v‖ for each slice.
 *
 * @param inputs `v` of shape [out, in, ...]; `g` of shape [out, 1, ...]: one number for each place along `axis`.
 * @param options `axis` = 0 is that of the outputs; `eps` = 1e-12, the least divisor.
 * @returns w, of the shape of v.
 * @throws {ShapeError} if v has fewer than two axes, or g another shape.
 * @throws {RangeError} if there is no such axis, a slice is empty, or ε is negative or not a number.
 * @example
 * weightNorm({ v: tensor([[3, 4], [0, 2]]), g: tensor([[10], [1]]) }); // [[6, 8], [0, 1]]
 */
export function weightNorm(
  { v, g }: { readonly v: Tensor; readonly g: Tensor },
  { axis = 0, eps = 1e-12 }: WeightNormOptions = {},
): Tensor {
  requireEps('weightNorm', eps);
  const kept = requireSlices('weightNorm', 'v', v, axis);
  requireShape('weightNorm', 'g', g, besideSlices(v.shape, kept));
  return weightNormOp({ v, g }, { axis: kept, eps });
}

/**
 * The start that depends on data: changes g and b in place, so that the pre-activations of this batch would have had mean
 * 0 and deviation 1.
 *
 * @param given `y`, the pre-activations of one batch, as they are with the present `g` and `b`; both hold one number for
 * each output.
 * @param options `axis` = -1 is the one of y that runs over the outputs; 1 for images [N, C, H, W].
 * @throws {RangeError} if g or b has not one number for each output, or the numbers of an output do not vary; nothing is
 * changed then.
 * @example
 * const [v, g, b] = [tensor([[1], [1]]), tensor([[1]]), tensor([0])];
 * const y = (): Tensor => linear({ x: tensor([[1, 2], [5, 4]]), weight: weightNorm({ v, g }, { axis: 1 }), bias: b });
 * initializeWeightNorm({ y: y(), g, b });
 * y(); // [[-1], [1]]
 */
export function initializeWeightNorm(
  { y, g, b }: { readonly y: NDArray; readonly g: NDArray; readonly b: NDArray },
  { axis = -1 }: { readonly axis?: number } = {},
): void {
  const Y = slicesOf(y, axisOf('initializeWeightNorm', axis, y.shape));
  for (const [name, { data, shape }] of Object.entries({ g, b }))
    if (data.length !== Y.count)
      throw new RangeError(
        `initializeWeightNorm: expected ${name} with one number for each of the ${Y.count} outputs, got shape ${formatShape(shape)}`,
      );
  const found = Array.from({ length: Y.count }, (_, k) => {
    const yk = Y.read(k);
    return { mu: mean(yk), sigma: Math.sqrt(meanSquare(centre(yk, new Float64Array(Y.length)))) };
  });
  const still = found.findIndex(({ sigma }) => !(sigma > 0 && sigma < Infinity));
  if (still >= 0)
    throw new RangeError(
      `initializeWeightNorm: expected pre-activations that vary, got deviation ${found[still].sigma} for output ${still}. Give it the pre-activations of a batch of several different samples`,
    );
  found.forEach(({ mu, sigma }, k) => {
    g.data[k] /= sigma; //                                                                 (5)
    b.data[k] = (b.data[k] - mu) / sigma;
  });
}

/**
 * Weights kept as directions v and lengths g. Its forward pass takes nothing and gives the weights, to be handed to
 * `linear` or any other layer; at the start they are those that it was made from.
 *
 * @example
 * const norm = new WeightNorm(tensor([[3, 1], [4, 0]]), { axis: 1 });
 * norm.g; // [[5, 1]]
 * linear({ x: tensor([[1, 1]]), weight: norm.forward() }); // [[7, 1]]
 */
export class WeightNorm extends Module {
  readonly axis: number;
  readonly eps: number;
  readonly v: Tensor;
  readonly g: Tensor;

  /**
   * @param weight The weights to start from, [out, in, ...]; they are copied.
   * @param options `axis` = 0 is that of the outputs, 1 for weights [in, out]; `eps` = 1e-12.
   * @throws {ShapeError} if the weights have fewer than two axes.
   * @throws {RangeError} if there is no such axis, a slice is empty or holds only zeros, or ε is negative or not a number.
   */
  constructor(weight: NDArray, { axis = 0, eps = 1e-12 }: WeightNormOptions = {}) {
    super();
    requireEps('WeightNorm', eps);
    this.axis = requireSlices('WeightNorm', 'weight', weight, axis);
    this.eps = eps;
    this.v = new Tensor(ndarray(weight.data, weight.shape, weight.dtype));
    this.g = new Tensor(filled(besideSlices(weight.shape, this.axis), 0, weight.dtype));
    const V = slicesOf(weight, this.axis);
    for (let k = 0; k < V.count; k++) {
      const vk = V.read(k);
      this.g.data[k] = Math.sqrt(dot(vk, vk));
    }
    const still = this.g.data.findIndex((size) => size === 0);
    if (still >= 0)
      throw new RangeError(
        `WeightNorm: expected weights with a direction for each output, got zeros for output ${still}. Start from random weights`,
      );
  }

  forward(): Tensor {
    const { v, g, axis, eps } = this;
    return weightNorm({ v, g }, { axis, eps });
  }
}
