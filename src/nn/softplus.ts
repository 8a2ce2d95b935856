/**
 * Softplus: a smooth ReLU, always positive; its slope is the sigmoid.
 *
 *     (1)  y  = log(1 + exp(x)) = max(x, 0) + log(1 + exp(−|x|))      in the second form nothing overflows
 *
 * Backward, given dy:
 *
 *     (2)  dx = dy · σ(x)
 *
 * PyTorch gives x itself where x is above a threshold, 20 unless said otherwise; the formula is up to 2 · 10⁻⁹ more there, and
 * without a threshold unless said otherwise.
 *
 * Source: Dugas et al. (2000), "Incorporating second-order functional knowledge for better option pricing".
 */
import { Module } from '../autograd/module.js';
import { definePrimitive } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { mul } from '../autograd/ops/mul.js';
import { where } from '../autograd/ops/where.js';
import type { Tensor } from '../autograd/tensor.js';
import * as elementary from '../tensor/elementary.js';
import { mapped } from '../tensor/ndarray.js';
import { sigmoid } from './sigmoid.js';

// Held here: Node looks an imported name up again at each call, which takes longer than the function.
const { exp, log1p } = elementary;

const softplusOp: Op<'x', number> = definePrimitive('softplus', {
  forward: ({ x }, threshold) =>
    mapped(x, (value) => (value > threshold ? value : Math.max(value, 0) + log1p(exp(-Math.abs(value))))), // (1)
  backward: (dy, { x }, _y, threshold) => ({
    x: where(
      mapped(x, (value) => (value > threshold ? 1 : 0)),
      dy,
      mul(dy, sigmoid(x)),
    ), //                  (2)
  }),
});

/**
 * log(1 + exp(x)), number by number, for numbers of any size.
 *
 * @param x Any shape; the result has the same.
 * @param options `threshold`, above which it is x itself: none unless said otherwise; 20 in PyTorch.
 * @throws {RangeError} if the threshold is not a number.
 * @example
 * softplus(tensor([-1, 0, 1000])); // [0.3133, 0.6931, 1000]
 */
export function softplus(x: Tensor, { threshold = Infinity }: { readonly threshold?: number } = {}): Tensor {
  if (Number.isNaN(threshold)) throw new RangeError(`softplus: expected threshold to be a number, got NaN`);
  return softplusOp({ x }, threshold);
}

/**
 * `softplus` as a layer, which `watch` hears.
 *
 * @example
 * new Softplus().forward(tensor([-1, 0, 1000])); // [0.3133, 0.6931, 1000]
 */
export class Softplus extends Module {
  forward(x: Tensor): Tensor {
    return softplus(x);
  }
}
