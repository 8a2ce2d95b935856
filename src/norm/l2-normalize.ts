/**
 * L2 normalization: each row is divided by its length, so that all rows lie on a sphere.
 *
 *     (1)  m  = max(‖x‖, ε)                   ‖x‖ = √(Σ x²) over the C numbers of the row
 *     (2)  y  = x / m
 *
 * Backward, given dy:
 *
 *     (3)  dx = (dy − y · Σ dy ⊙ y) / m       the sum over the row; without it where ‖x‖ < ε, since m is constant there
 *
 * From ‖x‖ = ε on, dx is at right angles to x: a step against it makes the row longer, never shorter.
 *
 * Source: Wang, Xiang, Cheng and Yuille (2017), "NormFace: L2 Hypersphere Embedding for Face Verification",
 * arXiv:1704.06369. Between queries and keys of attention: Henry, Dachapally, Pawar and Chen (2020), "Query-Key
 * Normalization for Transformers", arXiv:2010.04245.
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { div } from '../autograd/ops/div.js';
import type { Tensor } from '../autograd/tensor.js';
import { zerosLike } from '../tensor/ndarray.js';
import { rowsOf } from '../tensor/rows.js';
import { lengthOf, lengthsAtLeast } from './length.js';
import { requireEps, requireRows } from './requirements.js';

const l2NormalizeOp: Op<'x', { readonly eps: number }> = defineOp('l2Normalize', {
  forward({ x }, { eps }) {
    const y = zerosLike(x);
    const [X, Y] = [rowsOf(x), rowsOf(y)];
    const lengths = new Float64Array(X.count);
    for (let n = 0; n < X.count; n++) {
      const [xn, yn] = [X.row(n), Y.row(n)];
      const m = Math.max((lengths[n] = lengthOf(xn)), eps); //                             (1)
      for (let i = 0; i < X.C; i++) yn[i] = xn[i] / m; //                                  (2)
    }
    return { y, saved: lengths };
  },

  backward(dy, { x }, lengths, { eps }) {
    const dx = zerosLike(x);
    const [X, DY, DX] = [x, dy, dx].map((array) => rowsOf(array));
    const y = new Float64Array(X.C);
    for (let n = 0; n < X.count; n++) {
      const [xn, dyn, dxn, m] = [X.row(n), DY.row(n), DX.row(n), Math.max(lengths[n], eps)];
      let sumDyY = 0;
      for (let i = 0; i < X.C; i++) sumDyY += dyn[i] * (y[i] = xn[i] / m); //              (2)
      const throughLength = lengths[n] < eps ? 0 : sumDyY;
      for (let i = 0; i < X.C; i++) dxn[i] = (dyn[i] - y[i] * throughLength) / m; //       (3)
    }
    return { x: dx };
  },

  compose: ({ x }, { eps }) => div(x, lengthsAtLeast(x, eps)), //                          (1) (2)
});

/**
 * Divides each row of x by its length.
 *
 * @param inputs `x` of shape [..., C].
 * @param options `eps` = 1e-12, as in PyTorch: a shorter row is divided by ε in place of its length.
 * @returns y, of the shape of x.
 * @throws {RangeError} if ε is negative or not a number, or C is 0.
 * @example
 * l2Normalize({ x: tensor([[3, 4], [0, 0]]) }); // [[0.6, 0.8], [0, 0]]
 */
export function l2Normalize(
  { x }: { readonly x: Tensor },
  { eps = 1e-12 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('l2Normalize', eps);
  requireRows('l2Normalize', x);
  return l2NormalizeOp({ x }, { eps });
}
