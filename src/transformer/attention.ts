/**
 * Multi-head attention: every position asks all positions and mixes what they say.
 *
 *     (1)  q = x W_Q + b_Q    k = m W_K + b_K    v = m W_V + b_V      m is x, or the memory of an encoder
 *     (2)  each is cut into H heads of D = C/H features
 *     (3)  a = softmax(q kᵀ / √D)                                     for each head; −∞ where the mask forbids
 *     (4)  y = (a v, heads side by side) W_O + b_O
 *
 * With QK-norm, each head of q and of k is normalized after (2): then no logit exceeds √D · max|γ_q| · max|γ_k|, and
 * attention cannot become arbitrarily sharp.
 *
 * Source: Vaswani et al. (2017), arXiv:1706.03762, section 3.2; QK-norm: Henry et al. (2020), arXiv:2010.04245, there
 * with ℓ₂ normalization; with layer normalization Dehghani et al. (2023), arXiv:2302.05442.
 */
import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import { concat } from '../autograd/ops/concat.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { reshape } from '../autograd/ops/reshape.js';
import { transpose } from '../autograd/ops/transpose.js';
import { Tensor } from '../autograd/tensor.js';
import { Linear } from '../nn/linear.js';
import type { DType } from '../tensor/dtype.js';
import { ShapeError } from '../tensor/errors.js';
import { filled } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { AttentionScores, AttentionWeights } from './scores.js';

/** How multi-head attention is made. */
export interface AttentionOptions {
  /** C, the features of a position. */
  readonly width: number;
  /** H; it must divide the width. */
  readonly heads: number;
  readonly random: Stream;
  /** Makes the norm of the D features of a head, one for q and one for k. */
  readonly qkNorm?: (features: number) => Layer;
  /** A learned factor for each head's output (NormFormer). */
  readonly headScale?: boolean;
  readonly dtype?: DType;
}

/** The keys and values of the positions seen so far, so that a new position need not compute them again. */
export interface KeyValueCache {
  keys?: Tensor;
  values?: Tensor;
}

/** What a call of attention can be given besides x. */
export interface AttentionCall {
  /** What is looked at, of shape [N, S, C]; x itself unless said otherwise. */
  readonly memory?: Tensor;
  /** 1 where a query may look, 0 elsewhere; a shape that fits [N, H, T, S]. */
  readonly mask?: NDArray;
  /** Filled with this call's keys and values, which join those that are already there. */
  readonly cache?: KeyValueCache;
}

/**
 * Attention with H heads.
 *
 * @example
 * const attention = new MultiHeadAttention({ width: 8, heads: 2, random: stream('weights', 1) });
 * attention.forward(new Tensor(stream('x', 1).normals([1, 5, 8]))).shape; // [1, 5, 8]
 */
export class MultiHeadAttention extends Module {
  readonly heads: number;
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly queryNorm: Layer | undefined;
  readonly keyNorm: Layer | undefined;
  readonly scores: AttentionScores = new AttentionScores();
  readonly weights: AttentionWeights = new AttentionWeights();
  readonly headScale: Tensor | undefined;
  readonly output: Linear;

  /** @throws {RangeError} if the heads do not divide the width. */
  constructor({ width, heads, random, qkNorm, headScale = false, dtype = 'float64' }: AttentionOptions) {
    super();
    if (!(Number.isInteger(heads) && heads > 0 && width % heads === 0))
      throw new RangeError(`MultiHeadAttention: expected heads to divide the width ${width}, got ${heads}`);
    const projection = (): Linear => new Linear(width, width, { random, dtype });
    this.heads = heads;
    this.query = projection();
    this.key = projection();
    this.value = projection();
    this.queryNorm = qkNorm?.(width / heads);
    this.keyNorm = qkNorm?.(width / heads);
    this.headScale = headScale ? new Tensor(filled([heads, 1, 1], 1, dtype)) : undefined;
    this.output = projection();
  }

  /**
   * @param x Shape [N, T, C].
   * @returns Shape [N, T, C].
   * @throws {ShapeError} if x has not three axes.
   */
  forward(x: Tensor, { memory = x, mask, cache }: AttentionCall = {}): Tensor {
    if (x.shape.length !== 3) throw new ShapeError('MultiHeadAttention', 'x', '[N, T, C]', x.shape);
    const split = (projected: Tensor): Tensor => splitHeads(projected, this.heads);
    const q = normalized(split(this.query.forward(x)), this.queryNorm); //                   (1) (2)
    const k = grown(cache, 'keys', normalized(split(this.key.forward(memory)), this.keyNorm));
    const v = grown(cache, 'values', split(this.value.forward(memory)));
    const weights = this.weights.forward(this.scores.forward(q, k, mask)); //                (3)
    const mixed = matmul(weights, v);
    return this.output.forward(joinHeads(this.headScale ? mul(mixed, this.headScale) : mixed)); // (4)
  }
}

/**
 * [N, T, C] → [N, H, T, D]: the C features of a position become H heads of D = C/H. A plain reshape would hand the
 * features of one position to another: the axes have to be exchanged as well.
 *
 * @example
 * splitHeads(tensor([[[1, 2, 3, 4], [5, 6, 7, 8]]]), 2); // [[[[1, 2], [5, 6]], [[3, 4], [7, 8]]]]
 */
export function splitHeads(x: Tensor, heads: number): Tensor {
  const [N, T, C] = x.shape;
  return transpose(reshape(x, [N, T, heads, C / heads]), [0, 2, 1, 3]);
}

/**
 * [N, H, T, D] → [N, T, C]: the inverse of `splitHeads`.
 *
 * @example
 * joinHeads(tensor([[[[1, 2], [5, 6]], [[3, 4], [7, 8]]]])); // [[[1, 2, 3, 4], [5, 6, 7, 8]]]
 */
export function joinHeads(x: Tensor): Tensor {
  const [N, H, T, D] = x.shape;
  return reshape(transpose(x, [0, 2, 1, 3]), [N, T, H * D]);
}

function normalized(x: Tensor, norm: Layer | undefined): Tensor {
  return norm ? norm.forward(x) : x;
}

/** What the cache holds, followed by `fresh`; the cache holds both afterwards. */
function grown(cache: KeyValueCache | undefined, field: keyof KeyValueCache, fresh: Tensor): Tensor {
  const before = cache?.[field];
  const all = before ? concat([before, fresh], { axis: 2 }) : fresh;
  if (cache) cache[field] = all;
  return all;
}
