import { Module } from '../autograd/module.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { where } from '../autograd/ops/where.js';
import type { Tensor } from '../autograd/tensor.js';
import { softmax } from '../nn/softmax.js';
import type { NDArray } from '../tensor/ndarray.js';

/**
 * How well each query fits each key: q kᵀ / √D, and −∞ where a query must not look.
 *
 * It has no parameters; it is a module so that `watch` hears the logits of a running model.
 *
 * Source: Vaswani et al. (2017), "Attention Is All You Need", arXiv:1706.03762, equation (1).
 *
 * @example
 * const [q, k] = [tensor([[[[1, 0, 0, 0]]]]), tensor([[[[6, 0, 0, 0], [0, 9, 0, 0]]]])];
 * new AttentionScores().forward(q, k); // [[[[3, 0]]]]
 */
export class AttentionScores extends Module {
  /**
   * @param q Shape [N, H, T, D].
   * @param k Shape [N, H, S, D].
   * @param mask 1 where a query may look, 0 elsewhere; a shape that fits [N, H, T, S].
   * @returns Shape [N, H, T, S].
   */
  forward(q: Tensor, k: Tensor, mask?: NDArray): Tensor {
    const scale = 1 / Math.sqrt(q.shape[q.shape.length - 1]);
    const scores = matmul(mul(q, scale), k, { transposeB: true });
    return mask ? where(mask, scores, -Infinity) : scores;
  }
}

/**
 * Scores as shares that add up to 1 for each query: softmax over the keys.
 *
 * @example
 * new AttentionWeights().forward(tensor([[[[0, -Infinity, 0]]]])); // [[[[0.5, 0, 0.5]]]]
 */
export class AttentionWeights extends Module {
  /**
   * @param scores Shape [N, H, T, S].
   * @returns The same shape; a query that may look nowhere gets zeros.
   */
  forward(scores: Tensor): Tensor {
    return softmax(scores);
  }
}
