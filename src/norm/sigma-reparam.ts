/**
 * σReparam: a matrix is divided by its largest singular value, and given one learned size γ.
 *
 *     (1)  P  = u uᵀ                          u, v: the directions of the largest singular value, w v = σ u, wᵀu = σ v
 *     (2)  σ  = √⟨P w, w⟩                     as P w = σ u vᵀ
 *     (3)  ŵ  = γ · w / σ
 *
 * Backward, given dŵ:
 *
 *     (4)  ∂σ/∂w = u vᵀ = P w / σ
 *     (5)  dγ = ⟨dŵ, w⟩ / σ
 *     (6)  dw = γ / σ · (dŵ − dγ · ∂σ/∂w)     without the second term where ε is larger than σ
 *
 * P is found by squaring: the eigenvalues of w wᵀ are those of w squared, and each squaring squares them again, until only
 * the largest is left.
 *
 *     (7)  P₀ = w wᵀ / tr(w wᵀ),  Pₖ₊₁ = Pₖ² / tr(Pₖ²)
 *
 * So 2ᵏ steps of power iteration cost k products, of matrices as large as the shorter side of w. Where several singular
 * values are the largest, σ has no derivative: P is then the mean of their u uᵀ, and (4) the mean of their u vᵀ, which is one
 * of the subgradients of σ; values that agree to about 14 digits cannot be told apart. There is no second derivative there,
 * and what a gradient of a gradient gives has no meaning; near there it is large, as the inverse of the gap.
 *
 * Source: Zhai et al. (2023), "Stabilizing Transformer Training by Preventing Attention Entropy Collapse",
 * arXiv:2303.06296. There σ is estimated by power iteration as in spectral normalization; here it is exact.
 */
import { Module } from '../autograd/module.js';
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { astype } from '../autograd/ops/astype.js';
import { div } from '../autograd/ops/div.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { reshape } from '../autograd/ops/reshape.js';
import { sqrt } from '../autograd/ops/sqrt.js';
import { sum } from '../autograd/ops/sum.js';
import { transpose } from '../autograd/ops/transpose.js';
import { noGrad } from '../autograd/recording.js';
import { Tensor, tensor } from '../autograd/tensor.js';
import { mapped, ndarray, zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import { dot } from '../tensor/rows.js';
import { constant, usedGamma } from './affine.js';
import { requireEps, requireNormalizedShape } from './requirements.js';
import { requireSlices } from './slices.js';

/** P counts as found when a squaring changes it by less than this. */
const settled = 1e-14;

const sigmaReparamOp: Op<'w' | 'gamma', { readonly eps: number }> = defineOp('sigmaReparam', {
  forward({ w, gamma }, { eps }) {
    const { sigma, slope } = noGrad(() => largestSingularValue(astype(new Tensor(w), 'float64')));
    const s = Math.max(sigma.data[0], eps);
    const y = mapped(w, (value) => gamma.data[0] * (value / s)); //                        (3)
    return { y, saved: { s, slope: slope.data } };
  },

  backward(dy, { w, gamma }, { s, slope }, { eps }) {
    const [dw, dgamma] = [zerosLike(w), zerosLike(gamma)];
    const [g, along] = [gamma.data[0] / s, dot(dy.data, w.data) / s];
    dgamma.data[0] = along; //                                                             (5)
    const turned = s > eps ? along : 0;
    for (let i = 0; i < dw.data.length; i++) dw.data[i] = g * (dy.data[i] - (turned * slope[i]) / s); // (6)
    return { w: dw, gamma: dgamma };
  },

  compose({ w, gamma }, { eps }) {
    const { sigma } = largestSingularValue(w);
    return mul(gamma, div(w, sigma.data[0] < eps ? eps : sigma)); //                       (3)
  },
});

/** σ, and σ · ∂σ/∂w in the shape of w. */
function largestSingularValue(w: Tensor): { sigma: Tensor; slope: Tensor } {
  if (dot(w.data, w.data) === 0) return { sigma: tensor(0), slope: new Tensor(zerosLike(w)) };
  const [rows, columns] = [w.shape[0], w.data.length / w.shape[0]];
  const matrix = reshape(w, [rows, columns]);
  const wide = rows <= columns;
  const a = wide ? matrix : transpose(matrix);
  const pa = matmul(projection(a), a);
  return { sigma: sqrt(sum(mul(pa, a))), slope: reshape(wide ? pa : transpose(pa), w.shape) }; // (2) (4)
}

/** P of a matrix with no more rows than columns. 2⁶⁴ steps tell apart whatever float64 can. */
function projection(a: Tensor): Tensor {
  let p = div(matmul(a, a, { transposeB: true }), sum(mul(a, a)));
  for (let k = 0, change = Infinity; k < 64 && change > settled; k++) {
    const next = div(matmul(p, p), sum(mul(p, p))); //                                     (7)
    const apart = next.data.map((value, i) => value - p.data[i]);
    change = Math.sqrt(dot(apart, apart));
    p = next;
  }
  return p;
}

/**
 * Divides a matrix by its largest singular value, then multiplies it by γ.
 *
 * @param inputs `w` of shape [out, in, ...], read as a matrix of `out` rows; `gamma` of shape [1]. Without gamma the largest
 * singular value becomes 1.
 * @param options `eps` = 1e-12, the least divisor.
 * @returns γ · w/σ, of the shape of w.
 * @throws {ShapeError} if w has fewer than two axes, or gamma another shape.
 * @throws {RangeError} if w is empty, or ε is negative or not a number.
 * @example
 * sigmaReparam({ w: tensor([[3, 0], [0, 1]]), gamma: tensor([6]) }); // [[6, 0], [0, 2]]
 */
export function sigmaReparam(
  { w, gamma }: { readonly w: Tensor; readonly gamma?: Tensor | undefined },
  { eps = 1e-12 }: { readonly eps?: number } = {},
): Tensor {
  requireWeight('sigmaReparam', 'w', w, eps);
  return sigmaReparamOp({ w, gamma: usedGamma('sigmaReparam', { x: w, gamma }, [1]) }, { eps });
}

function requireWeight(op: string, argument: string, w: NDArray, eps: number): void {
  requireEps(op, eps);
  requireSlices(op, argument, w, 0);
  requireNormalizedShape(op, w.shape);
}

/**
 * Weights that are kept as a matrix and one size γ, which is 1 at the start. Its forward pass takes nothing and gives the
 * weights to be used.
 *
 * @example
 * const norm = new SigmaReparam(tensor([[3, 0], [0, 1]]));
 * norm.forward(); // [[1, 0], [0, 0.3333]]
 */
export class SigmaReparam extends Module {
  readonly weight: Tensor;
  readonly gamma: Tensor;
  readonly eps: number;

  /**
   * @param weight The weights to start from, [out, in, ...]; they are copied.
   * @param options `eps` = 1e-12.
   * @throws {ShapeError} if the weights have fewer than two axes.
   * @throws {RangeError} if there are no weights, or ε is negative or not a number.
   */
  constructor(weight: NDArray, { eps = 1e-12 }: { readonly eps?: number } = {}) {
    super();
    requireWeight('SigmaReparam', 'weight', weight, eps);
    this.weight = new Tensor(ndarray(weight.data, weight.shape, weight.dtype));
    this.gamma = constant([1], 1, weight.dtype);
    this.eps = eps;
  }

  forward(): Tensor {
    const { weight, gamma, eps } = this;
    return sigmaReparam({ w: weight, gamma }, { eps });
  }
}
