/**
 * Dynamic tanh: in place of statistics, a curve that is flat far out keeps numbers small.
 *
 *     (1)  t  = tanh(α · x)                   number by number; α is one number
 *     (2)  y  = γ ⊙ t + β                     γ and β of each feature
 *
 * Backward, given dy:
 *
 *     (3)  dβ = Σ dy                          over the rows
 *     (4)  dγ = Σ dy ⊙ t                      over the rows
 *     (5)  h  = γ ⊙ dy ⊙ (1 − t²)
 *     (6)  dx = α · h
 *     (7)  dα = Σ h ⊙ x                       over all numbers
 *
 * No number of y depends on another number of x, so nothing here is invariant to a shift or a scale.
 *
 * Source: Zhu, Chen, He, LeCun and Liu (2025), "Transformers without Normalization", arXiv:2503.10622.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { tanh } from '../autograd/ops/tanh.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import * as elementary from '../tensor/elementary.js';
import { zerosLike } from '../tensor/ndarray.js';
import { constant, usedBeta, usedGamma } from './affine.js';
import type { AffineInputs } from './affine.js';
import {
  requireNormalizedShape,
  requireNumber,
  requireRows,
  requireShape,
  requireTrailing,
} from './requirements.js';

// Held here: Node looks an imported name up again at each call.
const { tanh: tanhOf } = elementary;

const dytOp: Op<'x' | 'alpha' | 'gamma' | 'beta', undefined> = defineOp('dyt', {
  forward({ x, alpha, gamma, beta }) {
    const y = zerosLike(x);
    const [from, to, [a], g, b] = [x.data, y.data, alpha.data, gamma.data, beta.data];
    const [t, C] = [new Float64Array(from.length), g.length];
    for (let k = 0; k < t.length; k++) {
      t[k] = tanhOf(a * from[k]); //                                                       (1)
      to[k] = g[k % C] * t[k] + b[k % C]; //                                               (2)
    }
    return { y, saved: t };
  },

  backward(dy, { x, alpha, gamma, beta }, t) {
    const [dx, dalpha, dgamma, dbeta] = [x, alpha, gamma, beta].map(zerosLike);
    const [from, d, to, [a], g] = [x.data, dy.data, dx.data, alpha.data, gamma.data];
    const C = g.length;
    const [sumDy, sumDyT] = [new Float64Array(C), new Float64Array(C)];
    let sumHX = 0;
    for (let k = 0; k < t.length; k++) {
      const i = k % C;
      sumDy[i] += d[k]; //                                                                 (3)
      sumDyT[i] += d[k] * t[k]; //                                                         (4)
      const h = g[i] * d[k] * (1 - t[k] * t[k]); //                                        (5)
      to[k] = a * h; //                                                                    (6)
      sumHX += h * from[k]; //                                                             (7)
    }
    dalpha.data[0] = sumHX;
    dgamma.data.set(sumDyT);
    dbeta.data.set(sumDy);
    return { x: dx, alpha: dalpha, gamma: dgamma, beta: dbeta };
  },

  compose: ({ x, alpha, gamma, beta }) => add(mul(gamma, tanh(mul(alpha, x))), beta), //   (1) (2)
});

/**
 * γ · tanh(α · x) + β, number by number.
 *
 * @param inputs `x` of shape [..., C]; `alpha` of shape [1]; `gamma` and `beta` of shape [C]. Without gamma and beta
 * nothing is scaled or shifted.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if alpha, gamma or beta has another shape.
 * @throws {RangeError} if C is 0.
 * @example
 * dyt({ x: tensor([[-1, 0, 2]]), alpha: tensor([0.5]) }); // [[-0.4621, 0, 0.7616]]
 */
export function dyt(inputs: AffineInputs & { readonly alpha: Tensor }): Tensor {
  const { x, alpha } = inputs;
  const shape = requireRows('dyt', x);
  requireShape('dyt', 'alpha', alpha, [1]);
  const gamma = usedGamma('dyt', inputs, shape);
  const beta = usedBeta('dyt', inputs, shape);
  return dytOp({ x, alpha, gamma, beta }, undefined);
}

/**
 * `dyt` with parameters of its own: α = 1/2, γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new DyT(3);
 * norm.forward(tensor([[-1, 0, 2]])); // [[-0.4621, 0, 0.7616]]
 */
export class DyT extends Module {
  readonly C: number;
  readonly alpha: Tensor;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `alpha` = 1/2, the number it starts with; `affine` = true, false leaves γ and β out; `dtype` of the
   * parameters.
   * @throws {RangeError} if C is not a whole number from 1, or α is not a number.
   */
  constructor(
    C: number,
    {
      alpha = 0.5,
      affine = true,
      dtype = 'float64',
    }: { alpha?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireNormalizedShape('DyT', [C]);
    requireNumber('DyT', 'alpha', alpha);
    this.C = C;
    this.alpha = constant([1], alpha, dtype);
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { C, alpha, gamma, beta } = this;
    requireTrailing('DyT', x, [C]);
    return dyt({ x, alpha, gamma, beta });
  }
}
