/**
 * Dynamic erf: as dynamic tanh, with the error function as its curve, which may be moved.
 *
 *     (1)  u  = α · x + s                     number by number; α and s are one number each
 *     (2)  e  = erf(u)                        erf(u) = 2/√π ∫₀ᵘ exp(−v²) dv
 *     (3)  y  = γ ⊙ e + β                     γ and β of each feature
 *
 * Backward, given dy:
 *
 *     (4)  dβ = Σ dy                          over the rows
 *     (5)  dγ = Σ dy ⊙ e                      over the rows
 *     (6)  h  = γ ⊙ dy ⊙ 2/√π exp(−u²)
 *     (7)  dx = α · h
 *     (8)  dα = Σ h ⊙ x                       over all numbers
 *     (9)  ds = Σ h                           over all numbers
 *
 * Source: Chen, Lu, Zhu, Sun and Liu (2025), "Stronger Normalization-Free Transformers", arXiv:2512.10938.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { erf } from '../autograd/ops/erf.js';
import { mul } from '../autograd/ops/mul.js';
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
const { erf: erfOf, exp: expOf } = elementary;
const steepest = 2 / Math.sqrt(Math.PI);

const derfOp: Op<'x' | 'alpha' | 's' | 'gamma' | 'beta', undefined> = defineOp('derf', {
  forward({ x, alpha, s, gamma, beta }) {
    const y = zerosLike(x);
    const [from, to, [a], [shift], g, b] = [x, y, alpha, s, gamma, beta].map(({ data }) => data);
    const [e, C] = [new Float64Array(from.length), g.length];
    for (let k = 0; k < e.length; k++) {
      e[k] = erfOf(a * from[k] + shift); //                                                (1) (2)
      to[k] = g[k % C] * e[k] + b[k % C]; //                                               (3)
    }
    return { y, saved: e };
  },

  backward(dy, { x, alpha, s, gamma, beta }, e) {
    const [dx, dalpha, ds, dgamma, dbeta] = [x, alpha, s, gamma, beta].map(zerosLike);
    const [from, d, to, [a], [shift], g] = [x, dy, dx, alpha, s, gamma].map(({ data }) => data);
    const C = g.length;
    const [sumDy, sumDyE] = [new Float64Array(C), new Float64Array(C)];
    let [sumHX, sumH] = [0, 0];
    for (let k = 0; k < e.length; k++) {
      const [i, u] = [k % C, a * from[k] + shift]; //                                      (1)
      sumDy[i] += d[k]; //                                                                 (4)
      sumDyE[i] += d[k] * e[k]; //                                                         (5)
      const h = g[i] * d[k] * (steepest * expOf(-u * u)); //                               (6)
      to[k] = a * h; //                                                                    (7)
      sumHX += h * from[k]; //                                                             (8)
      sumH += h; //                                                                        (9)
    }
    dalpha.data[0] = sumHX;
    ds.data[0] = sumH;
    dgamma.data.set(sumDyE);
    dbeta.data.set(sumDy);
    return { x: dx, alpha: dalpha, s: ds, gamma: dgamma, beta: dbeta };
  },

  compose: ({ x, alpha, s, gamma, beta }) => add(mul(gamma, erf(add(mul(alpha, x), s))), beta), // (1) (2) (3)
});

/**
 * γ · erf(α · x + s) + β, number by number.
 *
 * @param inputs `x` of shape [..., C]; `alpha` and `s` of shape [1]; `gamma` and `beta` of shape [C]. Without s the curve
 * is not moved, without gamma and beta nothing is scaled or shifted.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if alpha, s, gamma or beta has another shape.
 * @throws {RangeError} if C is 0.
 * @example
 * derf({ x: tensor([[-1, 0, 2]]), alpha: tensor([0.5]) }); // [[-0.5205, 0, 0.8427]]
 */
export function derf(
  inputs: AffineInputs & { readonly alpha: Tensor; readonly s?: Tensor | undefined },
): Tensor {
  const shape = requireRows('derf', inputs.x);
  const { x, alpha, s = constant([1], 0, x.dtype) } = inputs;
  requireShape('derf', 'alpha', alpha, [1]);
  requireShape('derf', 's', s, [1]);
  const gamma = usedGamma('derf', inputs, shape);
  const beta = usedBeta('derf', inputs, shape);
  return derfOp({ x, alpha, s, gamma, beta }, undefined);
}

/**
 * `derf` with parameters of its own: α = 1/2, s = 0, γ = 1 and β = 0 at the start.
 *
 * @example
 * const norm = new Derf(3);
 * norm.forward(tensor([[-1, 0, 2]])); // [[-0.5205, 0, 0.8427]]
 */
export class Derf extends Module {
  readonly C: number;
  readonly alpha: Tensor;
  readonly s: Tensor;
  readonly gamma: Tensor | undefined;
  readonly beta: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `alpha` = 1/2 and `s` = 0, the numbers it starts with; `affine` = true, false leaves γ and β out;
   * `dtype` of the parameters.
   * @throws {RangeError} if C is not a whole number from 1, or α or s is not a number.
   */
  constructor(
    C: number,
    {
      alpha = 0.5,
      s = 0,
      affine = true,
      dtype = 'float64',
    }: { alpha?: number; s?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireNormalizedShape('Derf', [C]);
    requireNumber('Derf', 'alpha', alpha);
    requireNumber('Derf', 's', s);
    this.C = C;
    this.alpha = constant([1], alpha, dtype);
    this.s = constant([1], s, dtype);
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
    this.beta = affine ? constant([C], 0, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { C, alpha, s, gamma, beta } = this;
    requireTrailing('Derf', x, [C]);
    return derf({ x, alpha, s, gamma, beta });
  }
}
