/**
 * SiLU, also called Swish: x times its own sigmoid, another smooth relative of ReLU.
 *
 *     (1)  y  = x · σ(x)
 *
 * Backward, given dy:
 *
 *     (2)  dx = dy · σ(x) · (1 + x · (1 − σ(x)))
 *
 * Source: Elfwing, Uchibe and Doya (2017), "Sigmoid-weighted linear units for neural network function approximation in
 * reinforcement learning", arXiv:1702.03118, section 2.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';
import { zerosLike } from '../tensor/ndarray.js';
import { sigmoid, sigmoidOf } from './sigmoid.js';

const siluOp: Op<'x', undefined> = defineOp('silu', {
  forward({ x }) {
    const y = zerosLike(x);
    const s = new Float64Array(x.data.length);
    const [from, to] = [x.data, y.data];
    for (let i = 0; i < s.length; i++) to[i] = from[i] * (s[i] = sigmoidOf(from[i])); // (1)
    return { y, saved: s };
  },

  backward(dy, { x }, s) {
    const dx = zerosLike(x);
    const [from, d, to] = [x.data, dy.data, dx.data];
    for (let i = 0; i < s.length; i++) to[i] = d[i] * s[i] * (1 + from[i] * (1 - s[i])); // (2)
    return { x: dx };
  },

  compose: ({ x }) => mul(x, sigmoid(x)), // (1)
});

/**
 * x · σ(x), number by number.
 *
 * @param x Any shape; the result has the same.
 * @example
 * silu(tensor([-1, 0, 2])); // [-0.2689, 0, 1.7616]
 */
export function silu(x: Tensor): Tensor {
  return siluOp({ x }, undefined);
}

/**
 * `silu` as a layer, which `watch` hears.
 *
 * @example
 * new SiLU().forward(tensor([-1, 0, 2])); // [-0.2689, 0, 1.7616]
 */
export class SiLU extends Module {
  forward(x: Tensor): Tensor {
    return silu(x);
  }
}
