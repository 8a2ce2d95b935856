import { Module } from '../autograd/module.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { Tensor } from '../autograd/tensor.js';
import { astype } from '../autograd/ops/astype.js';
import { Embedding } from '../nn/embedding.js';
import { Linear } from '../nn/linear.js';
import type { NDArray } from '../tensor/ndarray.js';
import { deepNormPair } from './deepnorm.js';
import { causalMask } from './mask.js';
import { positionalEncoding } from './position.js';
import { Decoder, Encoder } from './stack.js';
import type { StackOptions } from './stack.js';

/** How an encoder with a decoder is made; both have `depth` blocks. */
export interface EncoderDecoderOptions extends StackOptions {
  /** How many different tokens the source has. */
  readonly sourceVocabulary: number;
  /** How many different tokens the target has. */
  readonly targetVocabulary: number;
}

/**
 * The Transformer of 2017: an encoder reads a sentence, a decoder writes another while looking at it.
 *
 * Embeddings are multiplied by √C and the sine waves of the positions are added.
 *
 * Source: Vaswani et al. (2017), arXiv:1706.03762, figure 1 and section 3.
 *
 * @example
 * const sizes = { width: 8, hidden: 16, heads: 2, depth: 2, placement: 'post' as const };
 * const vocabularies = { sourceVocabulary: 7, targetVocabulary: 9 };
 * const model = new EncoderDecoder({ ...sizes, ...vocabularies, random: stream('weights', 1) });
 * model.forward(ndarray([1, 2, 3], [1, 3]), ndarray([4, 5], [1, 2])).shape; // [1, 2, 9]
 */
export class EncoderDecoder extends Module {
  readonly source: Embedding;
  readonly target: Embedding;
  readonly encoder: Encoder;
  readonly decoder: Decoder;
  readonly readout: Linear;

  constructor(options: EncoderDecoderOptions) {
    super();
    const { width, random, dtype = 'float64', depth } = options;
    const embedding = (count: number): Embedding =>
      new Embedding(count, width, { random, deviation: Math.sqrt(1 / width), dtype });
    const pair = deepNormPair(depth, depth);
    this.source = embedding(options.sourceVocabulary);
    this.target = embedding(options.targetVocabulary);
    this.encoder = new Encoder({ deepNorm: pair.encoder, ...options });
    this.decoder = new Decoder({ deepNorm: pair.decoder, ...options });
    this.readout = new Linear(width, options.targetVocabulary, { random, dtype });
  }

  /**
   * @param source Tokens of shape [N, S].
   * @param target Tokens of shape [N, T].
   * @param sourceMask 1 for a word, 0 for padding; a shape that fits [N, H, T, S].
   * @returns Logits of shape [N, T, targetVocabulary]: row t predicts the token after t.
   */
  forward(source: NDArray, target: NDArray, { sourceMask }: { readonly sourceMask?: NDArray } = {}): Tensor {
    const memory = this.encoder.forward(placed(this.source, source), sourceMask ? { mask: sourceMask } : {});
    const written = this.decoder.forward(placed(this.target, target), memory, {
      mask: causalMask(target.shape[1]),
      ...(sourceMask && { memoryMask: sourceMask }),
    });
    return this.readout.forward(written);
  }
}

/** √C times the embedding, plus the waves of the positions. */
function placed(embedding: Embedding, tokens: NDArray): Tensor {
  const words = embedding.forward(tokens);
  const [, T, C] = words.shape;
  const waves = astype(new Tensor(positionalEncoding(T, C)), words.dtype);
  return add(mul(words, Math.sqrt(C)), waves);
}
