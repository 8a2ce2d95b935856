/**
 * An embedding: a table with one row of numbers for each token.
 *
 *     (1)  y     = W[t]            W [V, C], t whole numbers of any shape
 *     (2)  dW[v] = Σ dy            over the places where t = v
 */
import { Module } from '../autograd/module.js';
import { gather } from '../autograd/ops/gather.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';

/** How an embedding starts. */
export interface EmbeddingOptions {
  /** Where the numbers come from. */
  readonly random: Stream;
  /** Their deviation; 1 unless said otherwise, as in PyTorch. */
  readonly deviation?: number;
  readonly dtype?: DType;
}

/**
 * A table of `count` rows, read with `gather`.
 *
 * @example
 * const embedding = new Embedding(5, 3, { random: stream('embedding', 1) });
 * embedding.forward(tensor([[0, 4], [2, 2]])).shape; // [2, 2, 3]
 */
export class Embedding extends Module {
  /** W, of shape [count, width]. */
  readonly weight: Tensor;

  /**
   * @param count V, how many tokens there are.
   * @param width C, how many numbers stand for each.
   */
  constructor(count: number, width: number, { random, deviation = 1, dtype = 'float64' }: EmbeddingOptions) {
    super();
    this.weight = new Tensor(random.normals([count, width], { deviation, dtype }));
  }

  /**
   * @param tokens Whole numbers from 0 to `count` − 1, of any shape.
   * @returns Shape [...tokens, width].
   * @throws {RangeError} if there is no such token.
   */
  forward(tokens: NDArray): Tensor {
    return gather(this.weight, tokens);
  }
}
