/**
 * Scores of attention by the angle between a query and a key: their lengths no longer count, a learned scale does.
 *
 *     (1)  q̂  = q / max(‖q‖, ε),   k̂ = k / max(‖k‖, ε)       the rows of each head
 *     (2)  scores = scale · q̂ k̂ᵀ                              in place of q kᵀ / √D; none is larger than the scale
 *
 * Source: Henry, Dachapally, Pawar and Chen (2020), "Query-Key Normalization for Transformers", arXiv:2010.04245: one scale g,
 * which starts at log₂(L² − L) for strings of L positions. Liu et al. (2021), "Swin Transformer V2", arXiv:2111.09883: a scale
 * 1/τ for each head, where τ is at least 0.01; there a bias for each distance is added.
 */
import { Module } from '../autograd/module.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { relu } from '../autograd/ops/relu.js';
import { sub } from '../autograd/ops/sub.js';
import { where } from '../autograd/ops/where.js';
import type { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { requireArray, ShapeError } from '../tensor/errors.js';
import type { NDArray } from '../tensor/ndarray.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import { constant } from './affine.js';
import { composed } from './composition.js';
import { requireEps, requireNumber, requireRows } from './requirements.js';
import { unitRows } from './unit-rows.js';

/**
 * The scaled cosine of each query with each key.
 *
 * @param inputs `q` of shape [..., T, D]; `k` of shape [..., S, D]; `scale` of shape [1], or [H, 1, 1] where q is
 * [N, H, T, D].
 * @param options `eps` = 1e-12, the least length that is divided by.
 * @returns Scores of shape [..., T, S].
 * @throws {ShapeError} if q or k has no rows, their lengths differ, or scale has another shape.
 * @throws {RangeError} if D is 0, or ε is negative or not a number.
 * @example
 * const [q, k] = [tensor([[3, 4]]), tensor([[1, 0], [30, 40]])];
 * cosineScores({ q, k, scale: tensor([10]) }); // [[6, 10]]
 */
export function cosineScores(
  inputs: { readonly q: Tensor; readonly k: Tensor; readonly scale: Tensor },
  { eps = 1e-12 }: { readonly eps?: number } = {},
): Tensor {
  requireEps('cosineScores', eps);
  requireFitting(inputs);
  return composed('cosineScores', inputs, ({ q, k, scale }) => {
    const cosines = matmul(unitRows({ w: q }, { eps }), unitRows({ w: k }, { eps }), { transposeB: true }); // (1)
    return mul(scale, cosines); //                                                         (2)
  });
}

function requireFitting({ q, k, scale }: Record<'q' | 'k' | 'scale', NDArray>): void {
  for (const [name, one] of Object.entries({ q, k, scale })) requireArray('cosineScores', name, one);
  if (q.shape.length < 2) throw new ShapeError('cosineScores', 'q', '[..., T, D]', q.shape);
  const [D, , H] = [...q.shape].reverse();
  requireRows('cosineScores', q, 'q');
  if (k.shape.length < 2 || k.shape[k.shape.length - 1] !== D)
    throw new ShapeError('cosineScores', 'k', `[..., S, ${D}]`, k.shape);
  const fitting = q.shape.length < 3 ? [[1]] : [[1], [H, 1, 1]];
  if (!fitting.some((shape) => sameShape(shape, scale.shape)))
    throw new ShapeError('cosineScores', 'scale', fitting.map(formatShape).join(' or '), scale.shape);
}

/** How the scale of `CosineScores` is learned. */
export interface CosineScoresOptions {
  /** What the scale is at the start: log₂(L² − L) in QKNorm; 10, for each head, in the code of Swin V2. */
  readonly scale: number;
  /** H, if each head has a scale of its own. */
  readonly heads?: number;
  /** What the scale never exceeds: 100 in Swin V2. Nothing unless said otherwise. */
  readonly most?: number;
  /** ε, the least length that is divided by. 1e-12 unless said otherwise. */
  readonly eps?: number;
  readonly dtype?: DType;
}

/**
 * `cosineScores` with a learned scale. It is called as the scores of attention are.
 *
 * @example
 * const scores = new CosineScores({ scale: 10 });
 * scores.forward(tensor([[3, 4]]), tensor([[1, 0], [30, 40]])); // [[6, 10]]
 */
export class CosineScores extends Module {
  readonly most: number;
  readonly eps: number;
  readonly scale: Tensor;

  /** @throws {RangeError} if the scale or the most it may be is not a number, or ε is negative or not a number. */
  constructor({ scale, heads, most = Infinity, eps = 1e-12, dtype = 'float64' }: CosineScoresOptions) {
    super();
    requireEps('CosineScores', eps);
    requireNumber('CosineScores', 'scale', scale);
    if (most !== Infinity) requireNumber('CosineScores', 'most', most);
    [this.most, this.eps] = [most, eps];
    this.scale = constant(heads === undefined ? [1] : [heads, 1, 1], scale, dtype);
  }

  /**
   * @param q Shape [..., T, D]; [N, H, T, D] where each head has its scale.
   * @param k Shape [..., S, D].
   * @param mask 1 where a query may look, 0 elsewhere; a shape that fits [..., T, S].
   * @returns Shape [..., T, S]; −∞ where a query must not look.
   */
  forward(q: Tensor, k: Tensor, mask?: NDArray): Tensor {
    const { most, eps } = this;
    const scale = most === Infinity ? this.scale : sub(most, relu(sub(most, this.scale)));
    const scores = cosineScores({ q, k, scale }, { eps });
    return mask ? where(mask, scores, -Infinity) : scores;
  }
}
