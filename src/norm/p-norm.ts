/**
 * RMSNorm with another power: each row is divided by the p-th root of the mean of its p-th powers.
 *
 *     (1)  s  = (mean(|x|^p) + ε)^(1/p)       over the C numbers of the row; p = 2 is RMSNorm
 *     (2)  y  = γ ⊙ x / s
 *
 * p = 1 divides by the mean size, and a large p nearly by the largest. It is a variation for study, of no paper.
 */
import { add } from '../autograd/ops/add.js';
import { mean } from '../autograd/ops/mean.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import { pow } from '../autograd/ops/pow.js';
import { relu } from '../autograd/ops/relu.js';
import type { Tensor } from '../autograd/tensor.js';
import { usedGamma } from './affine.js';
import { composed } from './composition.js';
import { requireEps, requireRows } from './requirements.js';

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
  if (!(p >= 1 && p < Infinity))
    throw new RangeError(
      `pNorm: expected p to be a number from 1, got ${p}. For the largest number use normalize`,
    );
  const gamma = usedGamma('pNorm', inputs, shape);
  return composed('pNorm', { x, gamma }, (given) => {
    const size = add(relu(given.x), relu(neg(given.x)));
    const power = add(mean(pow(size, p), { axis: -1, keepdims: true }), eps); //            (1)
    return mul(given.gamma, mul(given.x, pow(power, -1 / p))); //                           (2)
  });
}
