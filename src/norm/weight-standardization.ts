/**
 * Weight standardization: the weights of each output are centred and scaled by their own mean and deviation.
 *
 *     (1)  μ  = mean(w)                       over the n weights of one output
 *     (2)  σ² = mean((w − μ)²)                divided by n
 *     (3)  r  = 1 / √(σ² + ε)
 *     (4)  ŵ  = (w − μ) · r
 *
 * Backward, given dŵ:
 *
 *     (5)  dw = r · (dŵ − mean(dŵ) − ŵ · mean(dŵ ⊙ ŵ))
 *
 * It is layer normalization, of weights. There are no γ and β: a normalization of activations is expected to follow.
 *
 * Source: Qiao et al. (2019), "Micro-Batch Training with Batch-Channel Normalization and Weight Standardization",
 * arXiv:1903.10520.
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import type { Tensor } from '../autograd/tensor.js';
import { zerosLike } from '../tensor/ndarray.js';
import { centre, dot, mean as meanOf, meanSquare } from '../tensor/rows.js';
import { withoutMean } from './composition.js';
import { requireEps } from './requirements.js';
import { requireSlices, slicesOf } from './slices.js';

interface Options {
  readonly axis: number;
  readonly eps: number;
}

const weightStandardizationOp: Op<'w', Options> = defineOp('weightStandardization', {
  forward({ w }, { axis, eps }) {
    const y = zerosLike(w);
    const [W, Y] = [w, y].map((array) => slicesOf(array, axis));
    const rstd = new Float64Array(W.count);
    for (let k = 0; k < W.count; k++) {
      const centred = centre(W.read(k), new Float64Array(W.length)); //                    (1)
      const r = (rstd[k] = 1 / Math.sqrt(meanSquare(centred) + eps)); //                   (2) (3)
      const what = centred.map((value) => value * r); //                                   (4)
      Y.write(k, what);
    }
    return { y, saved: rstd };
  },

  backward(dy, { w }, rstd, { axis }) {
    const dw = zerosLike(w);
    const [W, DY, DW] = [w, dy, dw].map((array) => slicesOf(array, axis));
    for (let k = 0; k < W.count; k++) {
      const [dyk, r] = [DY.read(k), rstd[k]];
      const what = centre(W.read(k), new Float64Array(W.length)).map((value) => value * r); // (1) (4)
      const [meanD, meanDWhat] = [meanOf(dyk), dot(dyk, what) / W.length];
      const dwk = dyk.map((d, i) => r * (d - meanD - what[i] * meanDWhat)); //             (5)
      DW.write(k, dwk);
    }
    return { w: dw };
  },

  compose({ w }, { axis, eps }) {
    const slice = { axis: [...w.shape.keys()].filter((one) => one !== axis), keepdims: true };
    const centred = withoutMean(w, slice); //                                             (1)
    const rstd = pow(add(mean(mul(centred, centred), slice), eps), -1 / 2); //             (2) (3)
    return mul(centred, rstd); //                                                          (4)
  },
});

/**
 * Standardizes the weights of each output. There is nothing to learn beside the weights themselves, so there is no module:
 * hand the result to `linear` or any other layer.
 *
 * @param inputs `w` of shape [out, in, ...].
 * @param options `axis` = 0 is that of the outputs, 1 for a `Linear`, whose W is [in, out]; `eps` = 1e-5, added to σ² under
 * the root.
 * @returns ŵ, of the shape of w.
 * @throws {ShapeError} if w has fewer than two axes.
 * @throws {RangeError} if there is no such axis, an output has no weights, or ε is negative or not a number.
 * @example
 * weightStandardization({ w: tensor([[1, 3], [20, 10]]) }, { eps: 0 }); // [[-1, 1], [1, -1]]
 */
export function weightStandardization(
  { w }: { readonly w: Tensor },
  { axis = 0, eps = 1e-5 }: { readonly axis?: number; readonly eps?: number } = {},
): Tensor {
  requireEps('weightStandardization', eps);
  return weightStandardizationOp({ w }, { axis: requireSlices('weightStandardization', 'w', w, axis), eps });
}
