/**
 * Softplus: a smooth ReLU, always positive; its slope is the sigmoid.
 *
 *     (1)  y  = log(1 + exp(x)) = max(x, 0) + log(1 + exp(−|x|))      in the second form nothing overflows
 *
 * Backward, given dy:
 *
 *     (2)  dx = dy · σ(x)
 *
 * PyTorch gives x itself where x is above 20; ours is the formula everywhere, up to 2 · 10⁻⁹ more there.
 *
 * Source: Dugas et al. (2000), "Incorporating second-order functional knowledge for better option pricing".
 */
import { Module } from '../autograd/module.js';
import { definePrimitive } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import * as elementary from '../tensor/elementary.js';
import { mapped } from '../tensor/ndarray.js';
import { sigmoid } from './sigmoid.js';

// Held here: Node looks an imported name up again at each call, which takes longer than the function.
const { exp, log1p } = elementary;

const softplusOp: Op<'x', undefined> = definePrimitive('softplus', {
  forward: ({ x }) => mapped(x, (value) => Math.max(value, 0) + log1p(exp(-Math.abs(value)))), // (1)
  backward: (dy, { x }) => ({ x: mul(dy, sigmoid(x)) }), //                                       (2)
});

/**
 * log(1 + exp(x)), number by number, for numbers of any size.
 *
 * @param x Any shape; the result has the same.
 * @example
 * softplus(tensor([-1, 0, 1000])); // [0.3133, 0.6931, 1000]
 */
export function softplus(x: Tensor): Tensor {
  return softplusOp({ x }, undefined);
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
