import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import { DecoderBlock, EncoderBlock, normOf } from './block.js';
import type { BlockCall, BlockOptions, DecoderCall } from './block.js';
import type { KeyValueCache } from './attention.js';
import { deepNormConstants } from './deepnorm.js';
import type { DeepNormConstants } from './deepnorm.js';
import { placementOf } from './placement.js';

/** How a stack of blocks is made. */
export interface StackOptions extends BlockOptions {
  /** L, the number of blocks. */
  readonly depth: number;
  /** DeepNorm's α and β where they are not those of `depth` blocks alone. */
  readonly deepNorm?: DeepNormConstants;
}

/**
 * L encoder blocks, and a norm at the end where the placement asks for one.
 *
 * @example
 * const encoder = new Encoder({ width: 4, hidden: 8, heads: 2, depth: 3, random: stream('weights', 1) });
 * encoder.forward(new Tensor(stream('x', 1).normals([2, 5, 4]))).shape; // [2, 5, 4]
 */
export class Encoder extends Module {
  readonly blocks: readonly EncoderBlock[];
  readonly finalNorm: Layer | undefined;

  constructor(options: StackOptions) {
    super();
    const { block, finalNorm } = partsOf(options);
    this.blocks = Array.from({ length: options.depth }, () => deepened(new EncoderBlock(block), options));
    this.finalNorm = finalNorm;
  }

  /**
   * @param x Shape [N, T, C].
   * @param call `mask`, and `caches` with one cache for each block.
   * @returns Shape [N, T, C].
   */
  forward(
    x: Tensor,
    { caches, ...call }: Omit<BlockCall, 'cache'> & { caches?: KeyValueCache[] } = {},
  ): Tensor {
    const h = this.blocks.reduce(
      (stream, block, l) => block.forward(stream, { ...call, ...(caches && { cache: caches[l] }) }),
      x,
    );
    return this.finalNorm ? this.finalNorm.forward(h) : h;
  }
}

/**
 * L decoder blocks, which also look at an encoder's memory.
 *
 * @example
 * const decoder = new Decoder({ width: 4, hidden: 8, heads: 2, depth: 2, random: stream('weights', 1) });
 * const [x, memory] = [new Tensor(filled([1, 3, 4], 1)), new Tensor(filled([1, 5, 4], 1))];
 * decoder.forward(x, memory).shape; // [1, 3, 4]
 */
export class Decoder extends Module {
  readonly blocks: readonly DecoderBlock[];
  readonly finalNorm: Layer | undefined;

  constructor(options: StackOptions) {
    super();
    const { block, finalNorm } = partsOf(options);
    this.blocks = Array.from({ length: options.depth }, () => deepened(new DecoderBlock(block), options));
    this.finalNorm = finalNorm;
  }

  /**
   * @param x What is written so far, of shape [N, T, C].
   * @param memory Shape [N, S, C].
   * @returns Shape [N, T, C].
   */
  forward(x: Tensor, memory: Tensor, call: Omit<DecoderCall, 'cache'> = {}): Tensor {
    const h = this.blocks.reduce((stream, block) => block.forward(stream, memory, call), x);
    return this.finalNorm ? this.finalNorm.forward(h) : h;
  }
}

function partsOf(options: StackOptions): { block: BlockOptions; finalNorm: Layer | undefined } {
  const { depth, placement = 'pre', width, deepNorm = deepNormConstants(depth) } = options;
  const { finalNorm, factors } = placementOf(placement);
  return {
    block: factors.includes('alpha') ? { alpha: deepNorm.alpha, ...options } : options,
    finalNorm: finalNorm ? normOf(options)(width) : undefined,
  };
}

/** DeepNorm starts V, O and feed-forward smaller, by β. */
function deepened<B extends Module>(block: B, { placement = 'pre', depth, deepNorm }: StackOptions): B {
  if (!placementOf(placement).factors.includes('alpha')) return block;
  const { beta } = deepNorm ?? deepNormConstants(depth);
  for (const [path, { data }] of block.namedParameters())
    if (/(value|output|first|second)\.weight$/.test(path))
      for (let i = 0; i < data.length; i++) data[i] *= beta;
  return block;
}
