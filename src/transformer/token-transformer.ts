import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { slice } from '../autograd/ops/slice.js';
import { noGrad } from '../autograd/recording.js';
import { Tensor } from '../autograd/tensor.js';
import { Embedding } from '../nn/embedding.js';
import { Linear } from '../nn/linear.js';
import { ndarray } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { KeyValueCache } from './attention.js';
import { causalMask } from './mask.js';
import { Encoder } from './stack.js';
import type { StackOptions } from './stack.js';

/** How a model from tokens to logits is made. */
export interface TokenTransformerOptions extends StackOptions {
  /** V, how many different tokens there are. */
  readonly vocabulary: number;
  /** The longest sequence. */
  readonly length: number;
}

/** What a call can be given besides the tokens. */
export interface TokenCall {
  /** 1 where a query may look; a shape that fits [N, H, T, T]. */
  readonly mask?: NDArray;
  /** One cache for each block: then the tokens are those after the ones it has seen. */
  readonly caches?: KeyValueCache[];
}

/**
 * Tokens in, one row of logits for each out: embedding and learned positions, an encoder, a linear readout.
 *
 * Embeddings and positions both start with variance ½, so that their sum has variance 1.
 *
 * @example
 * const options = { vocabulary: 6, length: 5, width: 8, hidden: 16, heads: 2, depth: 2 };
 * const model = new TokenTransformer({ ...options, random: stream('weights', 1) });
 * model.forward(ndarray([1, 2, 3], [1, 3])).shape; // [1, 3, 6]
 */
export class TokenTransformer extends Module {
  readonly embedding: Embedding;
  readonly position: Tensor;
  readonly encoder: Encoder;
  readonly readout: Linear;

  constructor(options: TokenTransformerOptions) {
    super();
    const { vocabulary, length, width, random, dtype = 'float64' } = options;
    const deviation = Math.sqrt(1 / 2);
    this.embedding = new Embedding(vocabulary, width, { random, deviation, dtype });
    this.position = new Tensor(random.normals([length, width], { deviation, dtype }));
    this.encoder = new Encoder(options);
    this.readout = new Linear(width, vocabulary, { random, dtype });
  }

  /**
   * @param tokens Whole numbers below V, of shape [N, T].
   * @returns Logits of shape [N, T, V].
   * @throws {RangeError} if a token is out of range or the sequence is too long.
   */
  forward(tokens: NDArray, call: TokenCall = {}): Tensor {
    return this.readout.forward(this.encoder.forward(this.embedded(tokens, call), call));
  }

  /** Embedding plus position, of shape [N, T, C]. */
  private embedded(tokens: NDArray, { caches }: TokenCall): Tensor {
    const start = caches?.[0]?.keys?.shape[2] ?? 0;
    const end = start + tokens.shape[1];
    const length = this.position.shape[0];
    if (end > length)
      throw new RangeError(`${this.constructor.name}: expected at most ${length} positions, got ${end}`);
    return add(this.embedding.forward(tokens), slice(this.position, { axis: 0, start, end }));
  }
}

/**
 * A language model: no position sees what comes after it, so that each logit row predicts the next token.
 *
 * @example
 * const options = { vocabulary: 6, length: 5, width: 8, hidden: 16, heads: 2, depth: 2 };
 * const model = new CausalLanguageModel({ ...options, random: stream('weights', 1) });
 * model.continued([1, 2], 3).length; // 5
 */
export class CausalLanguageModel extends TokenTransformer {
  /**
   * @param tokens Shape [N, T]; with `caches`, the tokens after those already seen.
   * @returns Logits of shape [N, T, V].
   */
  override forward(tokens: NDArray, call: TokenCall = {}): Tensor {
    const seen = call.caches?.[0]?.keys?.shape[2] ?? 0;
    const T = tokens.shape[1];
    return super.forward(tokens, { mask: causalMask(T, seen + T), ...call });
  }

  /** A cache for each block, empty. */
  emptyCaches(): KeyValueCache[] {
    return this.encoder.blocks.map(() => ({}));
  }

  /**
   * The tokens followed by `count` more, each the likeliest one. Keys and values are kept, so that every new token costs
   * one position and not the whole sequence again.
   */
  continued(tokens: readonly number[], count: number): number[] {
    const caches = this.emptyCaches();
    const written = [...tokens];
    let fresh: readonly number[] = tokens;
    for (let i = 0; i < count; i++) {
      const logits = noGrad(() => this.forward(ndarray(fresh, [1, fresh.length]), { caches }));
      written.push(likeliest(logits));
      fresh = written.slice(-1);
    }
    return written;
  }
}

/** The place of the largest logit in the last row. */
function likeliest({ data, shape }: Tensor): number {
  const row = data.slice(data.length - shape[shape.length - 1]);
  return row.reduce((best, value, i) => (value > row[best] ? i : best), 0);
}
