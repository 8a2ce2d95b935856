import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { filled } from '../../../tensor/ndarray.js';
import { stream } from '../../../tensor/random.js';

/** Where the norm stands. */
export type Placement = 'post' | 'pre' | 'peri' | 'deepnorm' | 'rezero';

/** What a block is put together from. */
export interface Pieces {
  /** The sub-layer: attention or feed-forward. */
  readonly f: (x: Tensor) => Tensor;
  readonly norm: (x: Tensor) => Tensor;
  /** The second norm of Peri-LN. */
  readonly outputNorm: (x: Tensor) => Tensor;
  /** The factor of DeepNorm. */
  readonly alpha: number;
  /** The factor of ReZero, which is learned. */
  readonly gate: Tensor;
}

/** The function the exercise asks for. */
export type PlaceFunction = (placement: Placement, x: Tensor, pieces: Pieces) => Tensor;

/** What it is called with. */
export type PlaceInputs = readonly [placement: Placement, x: Tensor, pieces: Pieces];

/** A norm of rows of any length whose γ and β are its own. */
const normWith =
  (first: number, step: number, shift: number) =>
  (x: Tensor): Tensor => {
    const C = x.shape[x.shape.length - 1];
    const gamma = tensor(Array.from({ length: C }, (_, i) => first + step * i));
    return layerNorm({ x, gamma, beta: new Tensor(filled([C], shift)) });
  };

/** Pieces that are told apart by their numbers. */
export function piecesWith(alpha: number, gate: number, f: Pieces['f'] = subLayer): Pieces {
  const pieces = {
    f,
    norm: normWith(0.7, 0.3, 0.1),
    outputNorm: normWith(1.6, -0.2, -0.3),
    alpha,
    gate: tensor(gate),
  };
  // Where an input is shown, the two numbers are enough.
  Object.defineProperty(pieces, 'toJSON', { value: () => ({ alpha, gate }) });
  return pieces;
}

/** Bends what it is given, and adds something of its own. */
export const subLayer = (x: Tensor): Tensor => add(tanh(mul(2, x)), 0.4);

const words = tensor([
  [1, 3, 4, 8],
  [-2, 0, 1, 9],
]);

/** Two words to follow by hand, in each of the placements. */
export const byHand = (placement: Placement): PlaceInputs => [placement, words, piecesWith(3, 0.5)];

/** Words of every shape, with factors that are small, large and negative. */
export function manyShapes(placement: Placement, seed: number): readonly PlaceInputs[] {
  const random = stream('placements exercise', seed);
  const shapes = [
    { shape: [1, 5], alpha: 1.5, gate: -0.25 },
    { shape: [7, 3], alpha: 2.2, gate: 1.5 },
    { shape: [2, 3, 4], alpha: 5, gate: 0 },
  ] as const;
  return shapes.map(({ shape, alpha, gate }) => [
    placement,
    new Tensor(random.normals(shape, { mean: 0.5, deviation: 1.5 })),
    piecesWith(alpha, gate),
  ]);
}
