/**
 * Rows of length 1: how the normalized Transformer (nGPT) keeps its weights and its stream.
 *
 *     (1)  Norm(w) = w / max(‖w‖, ε)          for each row, or for the vectors along another axis
 *
 * The way back is that of `normalize`, of which this is a special case.
 *
 * Source: Loshchilov, Hsieh, Sun and Ginsburg (2024), "nGPT: Normalized Transformer with Representation Learning on the
 * Hypersphere", arXiv:2410.01131; there is no ε there.
 */
import type { Tensor } from '../autograd/tensor.js';
import { axisOf } from '../tensor/shape.js';
import { normalize } from './normalize.js';
import { requireEps, requireNormalizedShape } from './requirements.js';

/**
 * Gives every row of w the length 1.
 *
 * nGPT does so with all matrices after each step of training, along the axis of the C features of the stream: in a
 * `Linear`, whose W is [in, out], that is axis 0 where the stream is read, and axis 1 where something is added to it. As it
 * is done in place, outside of the graph, the second line of the example does it.
 *
 * @param inputs `w` of any shape with at least one axis.
 * @param options `axis` = -1, the one along which the vectors lie; `eps` = 1e-12, the least divisor, so that zeros stay zeros.
 * @returns Norm(w), of the shape of w.
 * @throws {RangeError} if there is no such axis, it has length 0, or ε is negative or not a number.
 * @example
 * const w = tensor([[3, 4], [0, 2]]);
 * w.data.set(unitRows({ w }).data);
 * w; // [[0.6, 0.8], [0, 1]]
 */
export function unitRows(
  { w }: { readonly w: Tensor },
  { axis = -1, eps = 1e-12 }: { readonly axis?: number; readonly eps?: number } = {},
): Tensor {
  requireEps('unitRows', eps);
  const along = axisOf('unitRows', axis, w.shape);
  requireNormalizedShape('unitRows', [w.shape[along]]);
  return normalize(w, { axes: [along], center: false, scale: 'l2', eps });
}
