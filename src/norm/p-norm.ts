/**
 * RMSNorm with another power: each row is divided by the p-th root of the mean of its p-th powers.
 *
 *     (1)  s  = (mean(|x|^p) + ε)^(1/p)       over the C numbers of the row; p = 2 is RMSNorm
 *     (2)  y  = γ ⊙ x / s
 *
 * p = 1 divides by the mean size, and a large p nearly by the largest. It is a variation for study, of no paper.
 */
import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import { pow } from '../autograd/ops/pow.js';
import { relu } from '../autograd/ops/relu.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { constant, usedGamma } from './affine.js';
import { composed } from './composition.js';
import { requireEps, requireNormalizedShape, requireRows, requireTrailing } from './requirements.js';

/**
 * Divides each row by the p-th root of the mean of its p-th powers, then scales by γ.
 *
 * @param inputs `x` of shape [..., C]; `gamma` of shape [C], which may be left out.
 * @param options `p` = 2, from 1; `eps` = 1e-5.
 * @returns y, of the shape of x.
 * @throws {ShapeError} if gamma has another shape.
 * @throws {RangeError} if p is less than 1, ε is negative or not a number, or C is 0.
 * @example
 * pNorm({ x: tensor([[1, -3]]) }, { p: 1, eps: 0 }); // divided by 2: [[0.5, -1.5]]
 */
export function pNorm(
  inputs: { readonly x: Tensor; readonly gamma?: Tensor | undefined },
  { p = 2, eps = 1e-5 }: { readonly p?: number; readonly eps?: number } = {},
): Tensor {
  const { x } = inputs;
  const shape = requireRows('pNorm', x);
  requireEps('pNorm', eps);
  requirePower('pNorm', p);
  const gamma = usedGamma('pNorm', inputs, shape);
  return composed('pNorm', { x, gamma }, (given) => {
    const size = add(relu(given.x), relu(neg(given.x)));
    const power = add(mean(pow(size, p), { axis: -1, keepdims: true }), eps); //            (1)
    return mul(given.gamma, mul(given.x, pow(power, -1 / p))); //                           (2)
  });
}

function requirePower(op: string, p: number): void {
  if (!(p >= 1 && p < Infinity))
    throw new RangeError(
      `${op}: expected p to be a number from 1, got ${p}. For the largest number use normalize`,
    );
}

/**
 * `pNorm` with a parameter of its own: γ = 1 at the start.
 *
 * @example
 * const norm = new PNorm(2, { p: 1, eps: 0 });
 * norm.forward(tensor([[1, -3]])); // [[0.5, -1.5]]
 */
export class PNorm extends Module {
  readonly C: number;
  readonly p: number;
  readonly eps: number;
  readonly gamma: Tensor | undefined;

  /**
   * @param C The length of a row.
   * @param options `p` = 2, from 1; `eps` = 1e-5; `affine` = true, false leaves γ out; `dtype` of γ.
   * @throws {RangeError} if C is not a whole number from 1, p is less than 1, or ε is negative or not a number.
   */
  constructor(
    C: number,
    {
      p = 2,
      eps = 1e-5,
      affine = true,
      dtype = 'float64',
    }: { p?: number; eps?: number; affine?: boolean; dtype?: DType } = {},
  ) {
    super();
    requireEps('PNorm', eps);
    requireNormalizedShape('PNorm', [C]);
    requirePower('PNorm', p);
    [this.C, this.p, this.eps] = [C, p, eps];
    this.gamma = affine ? constant([C], 1, dtype) : undefined;
  }

  forward(x: Tensor): Tensor {
    requireTrailing('PNorm', x, [this.C]);
    return pNorm({ x, gamma: this.gamma }, { p: this.p, eps: this.eps });
  }
}
