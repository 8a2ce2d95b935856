/**
 * Partial root mean square normalization: each row is scaled by the root mean square of its first numbers.
 *
 *     (1)  k  = ⌈p · C⌉                       so many of the C numbers of the row are looked at
 *     (2)  q  = mean(x²)                      over the first k
 *     (3)  r  = 1 / √(q + ε)
 *     (4)  x̂  = x · r                          all C
 *     (5)  y  = γ ⊙ x̂
 *
 * Backward, given dy and writing g = γ ⊙ dy:
 *
 *     (6)  dγ = Σ dy ⊙ x̂                      over the rows
 *     (7)  dx = r · (g − x̂ · s),  s = Σ g ⊙ x̂ / k over the whole row, for the first k
 *     (8)  dx = r · g                         for the others: r does not depend on them
 *
 * With p = 1 it is root mean square normalization.
 *
 * Source: Zhang and Sennrich (2019), "Root Mean Square Layer Normalization", arXiv:1910.07467, where it is called
 * pRMSNorm, p is 6.25 %, and there is no ε.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { pow } from '../autograd/ops/pow.js';
import { slice } from '../autograd/ops/slice.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { zerosLike } from '../tensor/ndarray.js';
import { meanSquare, rowsOf } from '../tensor/rows.js';
import { constant, usedGamma } from './affine.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

/** What a call of `partialRmsNorm` can choose. */
export interface PartialRMSNormOptions {
  /** ε, added to the mean square under the root. 1e-5 unless said otherwise. */
  readonly eps?: number;
  /** The part of each row that is looked at: above 0, at most 1. 0.0625 unless said otherwise. */
  readonly p?: number;
}

const partialRmsNormOp: Op<'x' | 'gamma', { readonly eps: number; readonly k: number }> = defineOp(
  'partialRmsNorm',
  {
    forward({ x, gamma }, { eps, k }) {
      const y = zerosLike(x);
      const [X, Y] = [rowsOf(x), rowsOf(y)];
      const rstd = new Float64Array(X.count);
      const scale = gamma.data;
      for (let n = 0; n < X.count; n++) {
        const [xn, yn] = [X.row(n), Y.row(n)];
        const r = (rstd[n] = 1 / Math.sqrt(meanSquare(xn.subarray(0, k)) + eps)); //       (2) (3)
        for (let i = 0; i < X.C; i++) yn[i] = scale[i] * (xn[i] * r); //                   (4) (5)
      }
      return { y, saved: rstd };
    },

    backward(dy, { x, gamma }, rstd, { k }) {
      const [dx, dgamma] = [zerosLike(x), zerosLike(gamma)];
      const [X, DY, DX] = [rowsOf(x), rowsOf(dy), rowsOf(dx)];
      const sumDyXhat = new Float64Array(X.C);
      const scale = gamma.data;
      for (let n = 0; n < X.count; n++) {
        const [xn, dyn, dxn, r] = [X.row(n), DY.row(n), DX.row(n), rstd[n]];
        let sumGXhat = 0;
        for (let i = 0; i < X.C; i++) {
          const dyXhat = dyn[i] * (xn[i] * r);
          sumDyXhat[i] += dyXhat; //                                                       (6)
          sumGXhat += scale[i] * dyXhat;
        }
        const s = sumGXhat / k;
        for (let i = 0; i < k; i++) dxn[i] = r * (scale[i] * dyn[i] - xn[i] * r * s); //   (7)
        for (let i = k; i < X.C; i++) dxn[i] = r * (scale[i] * dyn[i]); //                 (8)
      }
      dgamma.data.set(sumDyXhat);
      return { x: dx, gamma: dgamma };
    },

    compose({ x, gamma }, { eps, k }) {
      const first = slice(x, { axis: -1, end: k });
      const q = mean(mul(first, first), { axis: -1, keepdims: true }); //                  (2)
      return mul(gamma, mul(x, pow(add(q, eps), -1 / 2))); //                              (3) (4) (5)
    },
  },
);

/**
 * Scales each row of x by the root mean square of its first numbers, then by γ.
 *
 * @param inputs `x` of shape [..., C]; `gamma` of shape [C]. Without gamma nothing more is scaled.
 * @param options `p` = 0.0625, the part of the row that is looked at, at least one number; `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma has another shape.
 * @throws {RangeError} if p is not above 0 and at most 1, ε is negative or not a number, or C is 0.
 * @example
 * partialRmsNorm({ x: tensor([[1, 7, 10, -5]]) }, { p: 0.5, eps: 0 }); // [[0.2, 1.4, 2, -1]]
 */
export function partialRmsNorm(
  { x, gamma }: { readonly x: Tensor; readonly gamma?: Tensor | undefined },
  { eps = 1e-5, p = 0.0625 }: PartialRMSNormOptions = {},
): Tensor {
  const shape = requireRows('partialRmsNorm', x);
  requireEps('partialRmsNorm', eps);
  requirePart('partialRmsNorm', p);
  const used = usedGamma('partialRmsNorm', { x, gamma }, shape);
  return partialRmsNormOp({ x, gamma: used }, { eps, k: firstOf(shape[0], p) });
}

/** (1). A product that lies above a whole number by its rounding alone is that number: 0.07 · 100 has to be 7. */
function firstOf(C: number, p: number): number {
  return Math.ceil(p * C * (1 - 2 * Number.EPSILON));
}

function requirePart(op: string, p: number): void {
  if (!(p > 0 && p <= 1))
    throw new RangeError(
      `${op}: expected p to be above 0 and at most 1, got ${p}` +
        (p > 1 ? '. It is a part of the row: 6.25 % is 0.0625' : ''),
    );
}

/**
 * `partialRmsNorm` with a parameter of its own: γ = 1 at the start.
 *
 * @example
 * const norm = new PartialRMSNorm(4, { p: 0.5, eps: 0 });
 * norm.forward(tensor([[1, 7, 10, -5]])); // [[0.2, 1.4, 2, -1]]
 */
export class PartialRMSNorm extends Module {
  readonly C: number;
  readonly p: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `p` = 0.0625; `eps` = 1e-5; `affine` = true, false leaves γ out; `dtype` of γ.
   * @throws {RangeError} if C is not a whole number from 1, p is not above 0 and at most 1, or ε is negative or not a
   * number.
   */
  constructor(
    C: number,
    {
      eps = 1e-5,
      p = 0.0625,
      affine = true,
      dtype = 'float64',
    }: PartialRMSNormOptions & { affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('PartialRMSNorm', eps);
    requirePart('PartialRMSNorm', p);
    requireNormalizedShape('PartialRMSNorm', [C]);
    [this.C, this.p, this.eps] = [C, p, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    const { C, p, eps, gamma } = this;
    requireTrailing('PartialRMSNorm', x, [C]);
    return partialRmsNorm({ x, gamma }, { p, eps });
  }
}
