/**
 * The sigmoid: every number becomes one between 0 and 1.
 *
 *     (1)  y  = σ(x) = 1 / (1 + exp(−x))         where x ≥ 0
 *     (2)  y  = σ(x) = exp(x) / (1 + exp(x))     where x < 0: the same, and no exponential is ever above 1
 *
 * Backward, given dy:
 *
 *     (3)  dx = dy · σ(x) · σ(−x)                σ(−x) is 1 − σ(x) with all its digits
 *
 * Source: as a curve Verhulst (1845), "Recherches mathématiques sur la loi d'accroissement de la population".
 */
import { Module } from '../autograd/module.js';
import { definePrimitive } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import type { Tensor } from '../autograd/tensor.js';
import * as elementary from '../tensor/elementary.js';
import { mapped } from '../tensor/ndarray.js';

// Held here: Node looks an imported name up again at each call, which takes longer than the function.
const { exp } = elementary;

/** σ of one number. */
export function sigmoidOf(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x)); //  (1)
  const e = exp(x);
  return e / (1 + e); //                    (2)
}

const sigmoidOp: Op<'x', undefined> = definePrimitive('sigmoid', {
  forward: ({ x }) => mapped(x, sigmoidOf),
  backward: (dy, { x }, y) => ({ x: mul(dy, mul(y, sigmoid(neg(x)))) }), // (3)
});

/**
 * 1 / (1 + exp(−x)), number by number, for numbers of any size.
 *
 * @param x Any shape; the result has the same.
 * @example
 * sigmoid(tensor([-1000, 0, 2])); // [0, 0.5, 0.8808]
 */
export function sigmoid(x: Tensor): Tensor {
  return sigmoidOp({ x }, undefined);
}

/**
 * `sigmoid` as a layer, which `watch` hears.
 *
 * @example
 * new Sigmoid().forward(tensor([-1000, 0, 2])); // [0, 0.5, 0.8808]
 */
export class Sigmoid extends Module {
  forward(x: Tensor): Tensor {
    return sigmoid(x);
  }
}
