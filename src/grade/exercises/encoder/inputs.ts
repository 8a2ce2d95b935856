import { add } from '../../../autograd/ops/add.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { relu } from '../../../autograd/ops/relu.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { filled } from '../../../tensor/ndarray.js';
import { stream } from '../../../tensor/random.js';

type Through = (x: Tensor) => Tensor;

/** What one encoder layer is put together from. */
export interface LayerPieces {
  readonly attention: Through;
  readonly feedForward: Through;
  readonly norm1: Through;
  readonly norm2: Through;
  readonly dropout: Through;
}

/** Where the norms of every layer stand. */
export type Order = 'post' | 'pre';

/** The function the exercise asks for. */
export type EncodeFunction = (
  x: Tensor,
  layers: readonly LayerPieces[],
  order: Order,
  finalNorm: Through,
) => Tensor;

/** What it is called with. */
export type EncodeInputs = readonly [
  x: Tensor,
  layers: readonly LayerPieces[],
  order: Order,
  finalNorm: Through,
];

const places = (x: Tensor): number[] => Array.from({ length: x.shape[x.shape.length - 1] }, (_, i) => i);

/** A norm of words of any length whose γ and β are its own. */
const normWith =
  (first: number, step: number, shift: number): Through =>
  (x) => {
    const gamma = tensor(places(x).map((i) => first + step * i));
    return layerNorm({ x, gamma, beta: new Tensor(filled(gamma.shape, shift)) });
  };

/** Drops the same features every time, so that its place shows: every third one, and the others grow by a half. */
const dropout: Through = (x) => mul(x, tensor(places(x).map((i) => (i % 3 === 1 ? 0 : 1.5))));

/** The n-th layer, like no other. Attention lets words see each other; the rest goes word by word. */
function layer(n: number): LayerPieces {
  const pieces = {
    attention: (x: Tensor) =>
      add(mul(1.2 - 0.3 * n, mean(x, { axis: -2, keepdims: true })), tanh(mul(0.8 + n / 2, x))),
    feedForward: (x: Tensor) => add(relu(mul(2 - n / 4, x)), 0.3 * (n + 1)),
    norm1: normWith(0.8 + n / 5, 0.2, 0.1),
    norm2: normWith(1.5, -0.1 - n / 20, -0.2),
    dropout,
  };
  Object.defineProperty(pieces, 'toJSON', { value: () => `layer ${n}` });
  return pieces;
}

/** So many layers. */
const layersOf = (depth: number): readonly LayerPieces[] => Array.from({ length: depth }, (_, n) => layer(n));

const asItIs: Through = (x) => x;
const finalNorm = named(normWith(0.6, 0.25, 0.4), 'a norm');

const words = tensor([
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
  [5, -1, 2, 2],
]);

/** One layer, and nothing behind it. */
export const oneLayer = (order: Order): EncodeInputs => [words, layersOf(1), order, named(asItIs, 'nothing')];

/** A sentence, and a batch of sentences, in layers that all differ. */
export function moreLayers(seed: number): readonly EncodeInputs[] {
  const random = stream('encoder exercise', seed);
  const x = (...shape: number[]): Tensor => new Tensor(random.normals(shape, { mean: 0.3, deviation: 1.5 }));
  return [
    [words, layersOf(2), 'post', named(asItIs, 'nothing')],
    [x(2, 3, 5), layersOf(3), 'post', named(asItIs, 'nothing')],
    [words, layersOf(2), 'pre', named(asItIs, 'nothing')],
    [x(2, 4, 3), layersOf(3), 'pre', named(asItIs, 'nothing')],
  ];
}

/** With a norm at the end. */
export function withFinalNorm(seed: number): readonly EncodeInputs[] {
  const x = new Tensor(stream('encoder exercise, final', seed).normals([2, 3, 4]));
  return [
    [words, layersOf(1), 'pre', finalNorm],
    [x, layersOf(2), 'pre', finalNorm],
    [words, layersOf(1), 'post', finalNorm],
  ];
}

/** A function that is shown by a name. */
function named(f: Through, name: string): Through {
  const own: Through = (x) => f(x);
  Object.defineProperty(own, 'toJSON', { value: () => name });
  return own;
}
