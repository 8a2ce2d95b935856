/**
 * Softmax: numbers from 0 to 1 that add up to 1, larger where x is larger.
 *
 *     (1)  m  = max(x)                         over the row; what it is does not change y, only keeps e finite
 *     (2)  e  = exp(x − m)
 *     (3)  y  = e / Σ e
 *
 * Backward, given dy:
 *
 *     (4)  dx = y ⊙ (dy − Σ y ⊙ dy)
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { div } from '../autograd/ops/div.js';
import { exp } from '../autograd/ops/exp.js';
import { max } from '../autograd/ops/max.js';
import { sub } from '../autograd/ops/sub.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor } from '../autograd/tensor.js';
import type { Storage } from '../tensor/dtype.js';
import * as elementary from '../tensor/elementary.js';
import { mapped, zerosLike } from '../tensor/ndarray.js';
import { alongAxis, rowLength } from './last-axis.js';

// Held here: Node looks an imported name up again at each call, which takes longer than the function.
const { exp: exponential } = elementary;

const softmaxOp: Op<'x', undefined> = defineOp('softmax', {
  forward({ x }) {
    const y = zerosLike(x);
    const e = new Float64Array(rowLength(x));
    const [from, to] = [x.data, y.data];
    for (let start = 0; start < from.length; start += e.length) {
      const { total } = exponentials(from, start, e); //                                  (1) (2)
      for (let i = 0; i < e.length; i++) to[start + i] = e[i] / total; //                 (3)
    }
    return { y, saved: y };
  },

  backward(dy, { x }, y) {
    const dx = zerosLike(x);
    const K = rowLength(x);
    const [p, d, to] = [y.data, dy.data, dx.data];
    for (let start = 0; start < to.length; start += K) {
      let inner = 0;
      for (let i = start; i < start + K; i++) inner += p[i] * d[i];
      for (let i = start; i < start + K; i++) to[i] = p[i] * (d[i] - inner); //           (4)
    }
    return { x: dx };
  },

  compose({ x }) {
    const { e, total } = composedExponentials(x);
    return div(e, total); //                                                              (3)
  },
});

/**
 * The softmax of each row. It is finite for numbers of any size.
 *
 * A number −∞ gets 0. A row that is −∞ everywhere, such as a query that may look nowhere, gives zeros and passes no
 * gradient on; PyTorch gives NaN there.
 *
 * @param x Any shape with at least one axis.
 * @param options `axis`: along which the results add up to 1; the last unless said otherwise.
 * @returns The shape of x.
 * @throws {RangeError} if there is no such axis.
 * @example
 * softmax(tensor([[1, 2, 4], [7, 7, 7]])); // [[0.042, 0.1142, 0.8438], [0.3333, 0.3333, 0.3333]]
 */
export function softmax(x: Tensor, { axis = -1 }: { readonly axis?: number } = {}): Tensor {
  return alongAxis('softmax', x, axis, (rows) => softmaxOp({ x: rows }, undefined));
}

/** Where the exponentials of a row start from, and what they add up to: 1 where each of them is 0. */
export interface Exponentials {
  readonly shift: number;
  readonly total: number;
}

/** Writes exp(x − m) into e, for the row of x that starts at `start` and is as long as e. */
export function exponentials(x: Storage, start: number, e: Float64Array): Exponentials {
  let m = -Infinity;
  for (let i = 0; i < e.length; i++) if (x[start + i] > m) m = x[start + i];
  const shift = m === -Infinity ? 0 : m;
  let total = 0;
  for (let i = 0; i < e.length; i++) total += e[i] = exponential(x[start + i] - shift);
  return { shift, total: total === 0 ? 1 : total };
}

/** The same as `exponentials` in operations. */
export function composedExponentials(x: Tensor): Readonly<Record<'e' | 'shift' | 'total', Tensor>> {
  const row = { axis: -1, keepdims: true };
  const shift = new Tensor(mapped(max(x, row), (m) => (m === -Infinity ? 0 : m)));
  const e = exp(sub(x, shift));
  const total = sum(e, row);
  return { e, shift, total: add(total, new Tensor(mapped(total, (value) => (value === 0 ? 1 : 0)))) };
}
