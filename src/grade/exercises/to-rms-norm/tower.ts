/** A Pre-LN tower of feed-forward blocks, taken apart into what writes to its stream, what reads from it, and its norms. */
import { add } from '../../../autograd/ops/add.js';
import { relu } from '../../../autograd/ops/relu.js';
import { Tensor } from '../../../autograd/tensor.js';
import { linear } from '../../../nn/linear.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { rmsNorm } from '../../../norm/rms-norm.js';
import { stream } from '../../../tensor/random.js';

/** x W + b: W is [in, out], b [out]. */
export interface LinearNumbers {
  readonly W: Tensor;
  readonly b: Tensor;
}

/** γ [C] of a norm. */
export interface GainOnly {
  readonly gamma: Tensor;
}

/** γ and β [C] of a norm. */
export interface GainAndShift extends GainOnly {
  readonly beta: Tensor;
}

/**
 * Writer 0 makes the stream of the tokens; reader n reads it through norm n, and writer n + 1 adds to it what became of
 * that; the last reader gives the logits.
 */
export interface Tower<N> {
  readonly writers: readonly LinearNumbers[];
  readonly norms: readonly N[];
  readonly readers: readonly LinearNumbers[];
}

/** A tower with LayerNorm, and one with RMSNorm. */
export type LayerNormTower = Tower<GainAndShift>;
export type RMSNormTower = Tower<GainOnly>;

/** The function the exercise asks for. */
export type ToRMSNorm = (tower: LayerNormTower) => RMSNormTower;

/** How large a tower is. */
export interface TowerSizes {
  readonly blocks: number;
  readonly width: number;
  readonly vocabulary: number;
  readonly hidden: number;
  readonly eps: number;
}

/** A tower with random numbers everywhere, none of them 0 or 1. */
export function randomTower(
  { blocks, width, vocabulary, hidden }: TowerSizes,
  seed: number,
  { shift = 1 }: { readonly shift?: number } = {},
): LayerNormTower {
  const random = stream('to RMSNorm', seed);
  const drawn = (shape: readonly number[], mean = 0, deviation = 1): Tensor =>
    new Tensor(random.normals(shape, { mean, deviation }));
  const linearOf = (from: number, to: number): LinearNumbers => ({
    W: drawn([from, to], 0.3),
    b: drawn([to], 0.5),
  });
  const each = <T>(make: (n: number) => T): T[] => Array.from({ length: blocks + 1 }, (_, n) => make(n));
  return {
    writers: each((n) => linearOf(n === 0 ? vocabulary : hidden, width)),
    norms: each(() => ({ gamma: drawn([width], 1, 0.3), beta: drawn([width], 0.4 * shift, shift) })),
    readers: each((n) => linearOf(width, n === blocks ? vocabulary : hidden)),
  };
}

/** The logits [tokens, vocabulary] of a tower with LayerNorm, or with RMSNorm where its norms have no β. */
export function logitsOf(
  { writers, norms, readers }: Tower<GainOnly | GainAndShift>,
  x: Tensor,
  eps: number,
): Tensor {
  const [first, ...others] = writers.map(
    ({ W, b }) =>
      (t: Tensor) =>
        linear({ x: t, weight: W, bias: b }),
  );
  const reads = readers.map(({ W, b }, n) => (t: Tensor) => {
    const norm = norms[n];
    const y =
      'beta' in norm ? layerNorm({ x: t, ...norm }, { eps }) : rmsNorm({ x: t, gamma: norm.gamma }, { eps });
    return linear({ x: y, weight: W, bias: b });
  });
  const stream = others.reduce((s, write, n) => add(s, write(relu(reads[n](s)))), first(x));
  return reads[reads.length - 1](stream);
}
