import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import { Dropout } from '../nn/dropout.js';
import { LayerNorm } from '../norm/layer-norm.js';
import type { DType } from '../tensor/dtype.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { MultiHeadAttention } from './attention.js';
import type { KeyValueCache } from './attention.js';
import { FeedForward } from './feed-forward.js';
import type { ActivationName } from './feed-forward.js';
import { placementOf } from './placement.js';
import type { Placement, PlacementName, Role } from './placement.js';
import { Residual } from './residual.js';

/** How a block is made. */
export interface BlockOptions {
  /** C, the features of a position. */
  readonly width: number;
  /** F, the hidden features of the feed-forward sub-layer. */
  readonly hidden: number;
  readonly heads: number;
  /** Where its norms stand: a name, or a placement of your own; 'pre' unless said otherwise. */
  readonly placement?: PlacementName | Placement;
  /** Makes a norm of some features; LayerNorm unless said otherwise. */
  readonly norm?: (features: number) => Layer;
  /** Makes the norms of the heads of q and k; none unless given. */
  readonly qkNorm?: (features: number) => Layer;
  readonly activation?: ActivationName;
  /** DeepNorm's α. */
  readonly alpha?: number;
  /** The share of numbers that dropout sets to 0 in training; 0 unless said otherwise. */
  readonly dropout?: number;
  /** Where the initial weights come from. */
  readonly random: Stream;
  readonly dtype?: DType;
}

/** What a call of a block can be given besides x. */
export interface BlockCall {
  /** 1 where a query may look; a shape that fits [N, H, T, T]. */
  readonly mask?: NDArray;
  readonly cache?: KeyValueCache;
}

/**
 * An encoder block: attention, then feed-forward, each in its residual connection.
 *
 * @example
 * const random = stream('weights', 1);
 * const block = new EncoderBlock({ width: 4, hidden: 8, heads: 2, placement: 'post', random });
 * block.forward(new Tensor(stream('x', 1).normals([2, 3, 4]))).shape; // [2, 3, 4]
 */
export class EncoderBlock extends Module {
  readonly attention: MultiHeadAttention;
  readonly feedForward: FeedForward;
  readonly aroundAttention: Residual;
  readonly aroundFeedForward: Residual;

  constructor(options: BlockOptions) {
    super();
    this.attention = attentionOf(options);
    this.feedForward = feedForwardOf(options);
    this.aroundAttention = residualOf(options, 'attention');
    this.aroundFeedForward = residualOf(options, 'feedForward');
  }

  /**
   * @param x Shape [N, T, C].
   * @returns The same shape.
   */
  forward(x: Tensor, call: BlockCall = {}): Tensor {
    const h = this.aroundAttention.forward(x, (u) => this.attention.forward(u, call), x);
    return this.aroundFeedForward.forward(h, (u) => this.feedForward.forward(u), x);
  }
}

/** What a decoder block looks at. */
export interface DecoderCall extends BlockCall {
  /** 1 where a query may look at a position of the memory; a shape that fits [N, H, T, S]. */
  readonly memoryMask?: NDArray;
}

/**
 * A decoder block: attention to what is written so far, attention to the encoder's memory, feed-forward. Three residual
 * connections, so three norms where an encoder block has two.
 *
 * @example
 * const random = stream('weights', 1);
 * const block = new DecoderBlock({ width: 4, hidden: 8, heads: 2, random });
 * const [x, memory] = [new Tensor(filled([1, 3, 4], 1)), new Tensor(filled([1, 5, 4], 1))];
 * block.forward(x, memory).shape; // [1, 3, 4]
 */
export class DecoderBlock extends Module {
  readonly attention: MultiHeadAttention;
  readonly crossAttention: MultiHeadAttention;
  readonly feedForward: FeedForward;
  readonly aroundAttention: Residual;
  readonly aroundCrossAttention: Residual;
  readonly aroundFeedForward: Residual;

  constructor(options: BlockOptions) {
    super();
    this.attention = attentionOf(options);
    this.crossAttention = attentionOf(options);
    this.feedForward = feedForwardOf(options);
    this.aroundAttention = residualOf(options, 'attention');
    this.aroundCrossAttention = residualOf(options, 'crossAttention');
    this.aroundFeedForward = residualOf(options, 'feedForward');
  }

  /**
   * @param x What is written so far, of shape [N, T, C].
   * @param memory What the encoder says, of shape [N, S, C].
   * @returns Shape [N, T, C].
   */
  forward(x: Tensor, memory: Tensor, { mask, cache, memoryMask }: DecoderCall = {}): Tensor {
    const own = { ...(mask && { mask }), ...(cache && { cache }) };
    const other = { memory, ...(memoryMask && { mask: memoryMask }) };
    const h = this.aroundAttention.forward(x, (u) => this.attention.forward(u, own), x);
    const m = this.aroundCrossAttention.forward(h, (u) => this.crossAttention.forward(u, other), x);
    return this.aroundFeedForward.forward(m, (u) => this.feedForward.forward(u), x);
  }
}

function attentionOf({
  width,
  heads,
  random,
  qkNorm,
  dtype,
  placement = 'pre',
}: BlockOptions): MultiHeadAttention {
  const { insideNorms } = placementOf(placement);
  return new MultiHeadAttention({
    ...{ width, heads, random, headScale: insideNorms },
    ...(qkNorm && { qkNorm }),
    ...(dtype && { dtype }),
  });
}

function feedForwardOf(options: BlockOptions): FeedForward {
  const { width, hidden, random, activation = 'relu', dtype, placement = 'pre' } = options;
  const { insideNorms } = placementOf(placement);
  return new FeedForward({
    ...{ width, hidden, random, activation },
    ...(insideNorms && { innerNorm: normOf(options) }),
    ...(dtype && { dtype }),
  });
}

function residualOf(options: BlockOptions, role: Role): Residual {
  const { width, random, alpha = 1, dropout = 0, dtype, placement = 'pre' } = options;
  return new Residual({
    ...{ width, placement, role, alpha, norm: normOf(options) },
    ...(dropout > 0 && { dropout: new Dropout(dropout, { random }) }),
    ...(dtype && { dtype }),
  });
}

/** The norm of the options; LayerNorm with ε = 1e-5 where they name none. */
export function normOf({
  norm,
  dtype = 'float64',
}: Pick<BlockOptions, 'norm' | 'dtype'>): (features: number) => Layer {
  return norm ?? ((features) => new LayerNorm(features, { dtype }));
}
