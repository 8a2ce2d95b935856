/**
 * GELU: x times the probability P(x) that a normal number is smaller than x, a smooth relative of ReLU.
 *
 *     (1)  y  = x · P(x)
 *     (2)  P(x) = Φ(x) = ½ (1 + erf(x / √2))                            exact
 *     (3)  P(x) = ½ (1 + tanh u),  u = √(2/π) (x + 0.044715 x³)         the tanh form
 *
 * Backward, given dy:
 *
 *     (4)  dx = dy · (P(x) + x · P′(x))
 *     (5)  P′(x) = exp(−x²/2) / √(2π)                                   exact
 *     (6)  P′(x) = 2 P (1 − P) · √(2/π) (1 + 3 · 0.044715 x²)           the tanh form
 *
 * Source: Hendrycks and Gimpel (2016), "Gaussian error linear units (GELUs)", arXiv:1606.08415, section 2.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { erf } from '../autograd/ops/erf.js';
import { mul } from '../autograd/ops/mul.js';
import { tanh } from '../autograd/ops/tanh.js';
import type { Tensor } from '../autograd/tensor.js';
import * as elementary from '../tensor/elementary.js';
import { zerosLike } from '../tensor/ndarray.js';

/** Which P: the normal distribution itself, or the formula with tanh that comes near it (and was faster once). */
export type GeluForm = 'exact' | 'tanh';

interface Formula {
  /** P(x). */
  readonly probability: (x: number) => number;
  /** P′(x), given x and P(x). */
  readonly density: (x: number, probability: number) => number;
  readonly composed: (x: Tensor) => Tensor;
}

// Held here: Node looks an imported name up again at each call, which takes longer than the function.
const { erf: erfOf, exp: expOf, tanh: tanhOf } = elementary;
const [rate, cubic] = [Math.sqrt(2 / Math.PI), 0.044715];

const formulas: Readonly<Record<GeluForm, Formula>> = {
  exact: {
    probability: (x) => 0.5 * (1 + erfOf(x * Math.SQRT1_2)), //                  (2)
    density: (x) => expOf(-0.5 * x * x) / Math.sqrt(2 * Math.PI), //             (5)
    composed: (x) => mul(0.5, add(1, erf(mul(x, Math.SQRT1_2)))),
  },
  tanh: {
    probability: (x) => 0.5 * (1 + tanhOf(rate * (x + cubic * x * x * x))), //   (3)
    density: (x, P) => 2 * P * (1 - P) * rate * (1 + 3 * cubic * x * x), //               (6)
    composed: (x) => mul(0.5, add(1, tanh(mul(rate, add(x, mul(cubic, mul(x, mul(x, x)))))))),
  },
};

const geluOp: Op<'x', GeluForm> = defineOp('gelu', {
  forward({ x }, form) {
    const y = zerosLike(x);
    const P = new Float64Array(x.data.length);
    const { probability } = formulas[form];
    const [from, to] = [x.data, y.data];
    for (let i = 0; i < P.length; i++) to[i] = from[i] * (P[i] = probability(from[i])); // (1)
    return { y, saved: P };
  },

  backward(dy, { x }, P, form) {
    const dx = zerosLike(x);
    const { density } = formulas[form];
    const [from, d, to] = [x.data, dy.data, dx.data];
    for (let i = 0; i < P.length; i++) to[i] = d[i] * (P[i] + from[i] * density(from[i], P[i])); // (4)
    return { x: dx };
  },

  compose: ({ x }, form) => mul(x, formulas[form].composed(x)),
});

/**
 * x · Φ(x), number by number.
 *
 * @param x Any shape; the result has the same.
 * @param options `form`: 'exact' unless said otherwise; 'tanh' differs from it by less than 0.0005.
 * @throws {RangeError} for any other form.
 * @example
 * gelu(tensor([-1, 0, 2])); // [-0.1587, 0, 1.9545]
 * gelu(tensor([-1, 0, 2]), { form: 'tanh' }); // [-0.1588, 0, 1.9546]
 */
export function gelu(x: Tensor, { form = 'exact' }: { readonly form?: GeluForm } = {}): Tensor {
  if (!Object.hasOwn(formulas, form))
    throw new RangeError(`gelu: expected form to be 'exact' or 'tanh', got '${form}'`);
  return geluOp({ x }, form);
}

/**
 * `gelu` as a layer.
 *
 * @example
 * new GELU().forward(tensor([-1, 0, 2])); // [-0.1587, 0, 1.9545]
 */
export class GELU extends Module {
  readonly form: GeluForm;

  constructor({ form = 'exact' }: { readonly form?: GeluForm } = {}) {
    super();
    this.form = form;
  }

  forward(x: Tensor): Tensor {
    return gelu(x, { form: this.form });
  }
}
