/**
 * The logarithm of softmax, without the detour over numbers that may be too small to store.
 *
 *     (1)  m  = max(x)                         over the row
 *     (2)  y  = x − m − log Σ exp(x − m)
 *
 * Backward, given dy:
 *
 *     (3)  dx = dy − exp(y) · Σ dy
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { log } from '../autograd/ops/log.js';
import { sub } from '../autograd/ops/sub.js';
import type { Tensor } from '../autograd/tensor.js';
import { log as logarithm } from '../tensor/elementary.js';
import { zerosLike } from '../tensor/ndarray.js';
import { alongAxis, rowLength } from './last-axis.js';
import { composedExponentials, exponentials } from './softmax.js';

const logSoftmaxOp: Op<'x', undefined> = defineOp('logSoftmax', {
  forward({ x }) {
    const y = zerosLike(x);
    const probabilities = new Float64Array(x.data.length);
    const e = new Float64Array(rowLength(x));
    const [from, to] = [x.data, y.data];
    for (let start = 0; start < from.length; start += e.length) {
      const { shift, total } = exponentials(from, start, e); //                           (1)
      const log = logarithm(total);
      for (let i = 0; i < e.length; i++) {
        to[start + i] = from[start + i] - shift - log; //                                 (2)
        probabilities[start + i] = e[i] / total;
      }
    }
    return { y, saved: probabilities };
  },

  backward(dy, { x }, probabilities) {
    const dx = zerosLike(x);
    const K = rowLength(x);
    const [d, to] = [dy.data, dx.data];
    for (let start = 0; start < to.length; start += K) {
      let total = 0;
      for (let i = start; i < start + K; i++) total += d[i];
      for (let i = start; i < start + K; i++) to[i] = d[i] - probabilities[i] * total; // (3)
    }
    return { x: dx };
  },

  compose({ x }) {
    const { shift, total } = composedExponentials(x); //                                  (1)
    return sub(sub(x, shift), log(total)); //                                             (2)
  },
});

/**
 * log softmax(x) of each row. It is finite for finite numbers of any size.
 *
 * A row that is −∞ everywhere stays as it is.
 *
 * @param x Any shape with at least one axis.
 * @param options `axis`: along which the exponentials add up to 1; the last unless said otherwise.
 * @returns The shape of x.
 * @throws {RangeError} if there is no such axis.
 * @example
 * logSoftmax(tensor([[1, 2, 4], [0, 0, 10000]])); // [[-3.1698, -2.1698, -0.1698], [-10000, -10000, 0]]
 */
export function logSoftmax(x: Tensor, { axis = -1 }: { readonly axis?: number } = {}): Tensor {
  return alongAxis('logSoftmax', x, axis, (rows) => logSoftmaxOp({ x: rows }, undefined));
}
