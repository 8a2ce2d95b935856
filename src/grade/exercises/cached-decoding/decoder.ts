/** A small causal decoder of one block that can keep its keys and values, with a place for every bug. */
import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { div } from '../../../autograd/ops/div.js';
import { exp } from '../../../autograd/ops/exp.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { stream } from '../../../tensor/random.js';

/** What a decoder keeps of the words that it has seen: an empty object at the start of a sentence. */
export interface Cache {
  keys?: Tensor;
  values?: Tensor;
}

/** From words [words, 4] to as many answers; with a cache these are the next words of a sentence, without one all of it. */
export type Decode = (words: Tensor, cache?: Cache) => Tensor;

/** What can be otherwise in a decoder. */
export interface Ways {
  norm(x: Tensor): Tensor;
  /** What a word at this position is told of it. */
  position(n: number): number;
  /** What is kept of keys or values: those before, and the new ones. */
  keep(before: Tensor | undefined, now: Tensor): Tensor;
  /** Whether a word sees another: their positions, and how many there are. */
  sees(word: number, other: number, count: number): boolean;
  /** The number of the first word of this call, where so many have been kept. */
  first(kept: number): number;
}

const width = 4;
const weights = ['query', 'key', 'value', 'output'].map(
  (name) => new Tensor(stream(`cached decoding, ${name}`, 0).normals([width, width], { deviation: 0.6 })),
);

/** Keys and values of all words so far, in order. */
export const keepAll: Ways['keep'] = (before, now) => (before ? concat([before, now], { axis: 0 }) : now);

const rightWays: Ways = {
  norm: (x) => layerNorm({ x }),
  position: (n) => n,
  keep: keepAll,
  sees: (word, other) => other <= word,
  first: (kept) => kept,
};

/** A decoder that goes some ways of its own. */
export function decoderWith(ways: Partial<Ways> = {}): Decode {
  const { norm, position, keep, sees, first } = { ...rightWays, ...ways };
  return (words, cache = {}) => {
    const [T, start] = [words.shape[0], first(cache.keys?.shape[0] ?? 0)];
    const positions = Array.from({ length: T }, (_, t) => [position(start + t) / 5, 0, 0, 0]);
    const x = add(words, tensor(positions));
    const [query, key, value] = weights.map((weight) => matmul(norm(x), weight));
    const [keys, values] = [keep(cache.keys, key), keep(cache.values, value)];
    [cache.keys, cache.values] = [keys, values];
    const count = keys.shape[0];
    const mask = Array.from({ length: T }, (_, t) =>
      Array.from({ length: count }, (__, other) => (sees(count - T + t, other, count) ? 1 : 0)),
    );
    const scores = mul(exp(matmul(query, transpose(keys, [1, 0]))), tensor(mask));
    const attention = matmul(div(scores, sum(scores, { axis: -1, keepdims: true })), values);
    const y = add(x, matmul(attention, weights[3]));
    return add(y, tanh(norm(y)));
  };
}

/** Each word by its root mean square. */
export const rmsNorm = (x: Tensor): Tensor =>
  div(x, sqrt(add(mean(mul(x, x), { axis: -1, keepdims: true }), 1e-5)));

/** Each feature by mean and deviation over the words of this call. */
export const overWords = (x: Tensor): Tensor => {
  const centred = sub(x, mean(x, { axis: 0, keepdims: true }));
  return div(centred, sqrt(add(mean(mul(centred, centred), { axis: 0, keepdims: true }), 1e-5)));
};

/** The last n of what is kept. */
export const last =
  (n: number): Ways['keep'] =>
  (before, now) => {
    const all = keepAll(before, now);
    const length = all.shape[0];
    return before && length > n ? slice(all, { axis: 0, start: Math.max(length - n, 0) }) : all;
  };
