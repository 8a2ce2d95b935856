/**
 * What happens in every block of a small Transformer while it learns to sort, frame by frame: how different its positions
 * still are, and its strings, the gradient of its weights, and its γ and β. With the sizes, strings and steps of `depth-rate`.
 */
import type { Module } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { LayerNorm } from '../norm/layer-norm.js';
import type { NDArray } from '../tensor/ndarray.js';
import { streams } from '../tensor/random.js';
import { centre, dot, meanSquare } from '../tensor/rows.js';
import { Adam } from '../train/adam.js';
import { sorting } from '../train/sorting.js';
import { training } from '../train/training.js';
import type { EncoderBlock } from '../transformer/block.js';
import type { Placement, PlacementName } from '../transformer/placement.js';
import { TokenTransformer } from '../transformer/token-transformer.js';
import type { Step } from './experiment.js';
import { sortingSizes } from './sequence-training.js';

/** The smallest and the largest of a block's γ, or β. */
type Ends = readonly [number, number];

/** One block; each list has an entry for each frame. */
export interface FilmedBlock {
  readonly name: string;
  /** How far the positions of a string lie from their mean: √mean square, over features and the strings of a batch. */
  readonly differenceOfPositions: number[];
  /** How far what stands at one position lies from its mean over the strings of a batch: √mean square as well. */
  readonly differenceOfStrings: number[];
  /** The norm of the gradient of all its weights together. */
  readonly gradient: number[];
  readonly gamma: Ends[];
  readonly beta: Ends[];
}

/** One run of a film. */
export interface FilmedRun {
  readonly title: string;
  /** In nats, of each frame's strings. */
  readonly loss: number[];
  readonly blocks: readonly FilmedBlock[];
}

/** What is filmed. */
export interface FilmOptions {
  readonly seed: number;
  readonly learningRate: number;
  /** Number of blocks; 12 unless said otherwise. */
  readonly depth?: number;
  /** Updates in all; 120 unless said otherwise. */
  readonly steps?: number;
  /** Updates between two frames; 5 unless said otherwise. */
  readonly every?: number;
}

/**
 * Films one run. A frame is a forward and a backward pass after 0, `every`, 2 · `every`, … updates.
 *
 * @param placement By name, or one of your own.
 * @example
 * const run = filmed('deepnorm', { seed: 1, learningRate: 3e-3, depth: 1, steps: 1, every: 1 });
 * finish(run).blocks[0].gamma; // [[1, 1], [0.997, 1.003]]
 */
export function* filmed(
  placement: PlacementName | Placement,
  { seed, learningRate, depth = 12, steps = 120, every = 5 }: FilmOptions,
): Generator<Step, FilmedRun> {
  const { length, symbols, ...sizes } = sortingSizes.notebook;
  const random = streams(seed);
  const task = sorting({ length, symbols, random: random('strings') });
  const model = new TokenTransformer({
    ...{ vocabulary: symbols, length, ...sizes, depth, placement, random: random('weights') },
  });
  const { blocks } = model.encoder;
  const film = emptyFilm(typeof placement === 'string' ? placement : placement.title, depth);
  const isFrame = (step: number): boolean => step % every === 0;
  const loss = (step: number): Tensor => {
    const { tokens, targets } = task.batch(step, 16);
    const stop = isFrame(step) ? listening(model, film) : undefined;
    const value = crossEntropy({ logits: model.forward(tokens), targets });
    stop?.();
    return value;
  };
  const optimizer = new Adam(model.namedParameters(), { learningRate, betas: [0.9, 0.98] });
  // One step more than there are updates to see: the last frame is looked at before its own update.
  for (const { step, loss: now } of training({ optimizer, loss, steps: steps + 1 })) {
    if (isFrame(step)) {
      film.loss.push(now);
      blocks.forEach((block, l) => film.blocks[l].gradient.push(gradientOf(block)));
    }
    yield { done: step + 1, of: steps + 1, now: { loss: now } };
  }
  return film;
}

function emptyFilm(title: string, depth: number): FilmedRun {
  const blocks = Array.from({ length: depth }, (_, l) => {
    return {
      name: `block ${l + 1}`,
      differenceOfPositions: [],
      differenceOfStrings: [],
      gradient: [],
      gamma: [],
      beta: [],
    };
  });
  return { title, loss: [], blocks };
}

/** Notes γ and β as they are, and what the blocks give in the next forward pass. */
function listening(model: TokenTransformer, film: FilmedRun): () => void {
  const { blocks } = model.encoder;
  blocks.forEach((block, l) => {
    const norms = normsOf(block);
    film.blocks[l].gamma.push(endsOf(norms.flatMap(({ gamma }) => gamma ?? [])));
    film.blocks[l].beta.push(endsOf(norms.flatMap(({ beta }) => beta ?? [])));
  });
  return watch(model, ({ module, output }) => {
    const l = blocks.findIndex((block) => block === module);
    if (l < 0) return;
    film.blocks[l].differenceOfPositions.push(differenceOfPositions(output));
    film.blocks[l].differenceOfStrings.push(differenceOfStrings(output));
  });
}

function normsOf(block: Module): LayerNorm[] {
  return [...block.namedModules().values()].flatMap((one) => (one instanceof LayerNorm ? [one] : []));
}

function endsOf(tensors: readonly NDArray[]): Ends {
  const values = tensors.flatMap(({ data }) => [...data]);
  return values.length === 0 ? [NaN, NaN] : [Math.min(...values), Math.max(...values)];
}

/** The deviation of each feature over the positions of a string, as √mean of squares. 0 where all of them are the same. */
export function differenceOfPositions(x: NDArray): number {
  return deviationAlong(x, x.shape.length - 2);
}

/** The deviation of each feature over the strings, at one position each; 0 where every string gives the same. */
export function differenceOfStrings(x: NDArray): number {
  return deviationAlong(x, 0);
}

/** How far the numbers lie from their mean along an axis, as √mean of squares over all of them. */
function deviationAlong({ data, shape }: NDArray, axis: number): number {
  const n = shape[axis];
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    if (i % (n * inner) >= inner) continue;
    const row = Float64Array.from({ length: n }, (_, k) => data[i + k * inner]);
    squares += n * meanSquare(centre(row, row));
  }
  return Math.sqrt(squares / data.length);
}

function gradientOf(block: EncoderBlock): number {
  const squares = [...block.namedParameters().values()].map(({ grad }) =>
    grad ? dot(grad.data, grad.data) : 0,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}
