/** Forty-eight blocks on one another, with a sub-layer in each that is louder than a fresh one: does it stay calm? */
import { gradient } from '../../../autograd/gradient.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sub } from '../../../autograd/ops/sub.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { noGrad } from '../../../autograd/recording.js';
import { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { meanSquare } from '../../../tensor/rows.js';
import { stream } from '../../../tensor/random.js';
import { call, partsOf } from '../../results.js';

/** A block of one's own: the l-th of L, counted from 1. */
export type BlockFunction = (
  x: Tensor,
  f: (x: Tensor) => Tensor,
  norm: (x: Tensor) => Tensor,
  l: number,
  L: number,
) => Tensor;

/** What shows on the way up. */
export interface Climb {
  /** √mean square of the activations, the largest behind any block. */
  readonly largest: number;
  /** How far the answer moves if every sub-layer is silent, in parts of its size. */
  readonly say: number;
  /** How often each sub-layer was asked, the most. */
  readonly calls: number;
}

const [width, words] = [24, 6];
/** tanh lets through about this much of a signal of size 1. */
const kept = 0.628;
/** Sub-layers answer twice as loud as they are asked. */
const gain = 2;

export const depth = 48;
const norm = (x: Tensor): Tensor => layerNorm({ x });
const sizeOf = (data: ArrayLike<number>): number => Math.sqrt(meanSquare(Float64Array.from(data)));

/** What a block of somebody's makes of a tensor. */
export function blockOf(candidate: BlockFunction, x: Tensor): Tensor {
  return partsOf(call(candidate, [x, tanh, norm, 1, 4]), ['y']).y;
}

/** The words at the foot of the stack, what comes back to its top, and the two weights of each sub-layer. */
function given(): {
  readonly x: Tensor;
  readonly dy: Tensor;
  readonly weights: readonly (readonly Tensor[])[];
} {
  const random = stream('own placement', 0);
  const drawn = (loud: number): Tensor =>
    new Tensor(random.normals([width, width], { deviation: loud / Math.sqrt(width) }));
  const weights = Array.from({ length: depth }, () => [drawn(1), drawn(gain / kept)]);
  const [x, dy] = [0, 1].map(() => new Tensor(random.normals([words, width])));
  return { x, dy, weights };
}

type Heard = (above: Tensor, calls: number) => void;

/** Sends x through all blocks; `heard` is told what is above each, and how often its sub-layer was asked. */
function climb(
  block: BlockFunction,
  { x, weights }: ReturnType<typeof given>,
  factor: number,
  heard: Heard,
): Tensor {
  const top = weights.reduce((below, [into, out], i) => {
    let calls = 0;
    const f = (t: Tensor): Tensor => {
      calls += 1;
      return mul(factor, matmul(tanh(matmul(t, into)), out));
    };
    const above = partsOf(block(below, f, norm, i + 1, depth), ['y']).y;
    heard(above, calls);
    return above;
  }, x);
  return norm(top);
}

/** Sends words up the stack, once as it is and once with its sub-layers silent. */
export function climbOf(block: BlockFunction): Climb {
  const stack = given();
  let [largest, most] = [0, 0];
  return noGrad(() => {
    const y = climb(block, stack, 1, (above, calls) => {
      [largest, most] = [Math.max(largest, sizeOf(above.data)), Math.max(most, calls)];
    });
    const silent = climb(block, stack, 0, () => undefined);
    return { largest, say: sizeOf(sub(y, silent).data), calls: most };
  });
}

/** What the sub-layers hear on the way back. */
export interface Descent {
  /** The largest gradient of a sub-layer's weights over the smallest. */
  readonly ratio: number;
  /** Which blocks hear most and least, counted from 1. */
  readonly most: number;
  readonly least: number;
}

/** Sends a gradient down the stack. */
export function descentOf(block: BlockFunction): Descent {
  const stack = given();
  const y = climb(block, stack, 1, () => undefined);
  const last = stack.weights.map(([, out]) => out);
  const sizes = gradient(y, last, { dy: stack.dy }).map(({ data }) => sizeOf(data));
  const [largest, smallest] = [Math.max(...sizes), Math.min(...sizes)];
  return {
    ratio: largest / smallest,
    most: sizes.indexOf(largest) + 1,
    least: sizes.indexOf(smallest) + 1,
  };
}
