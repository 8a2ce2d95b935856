import { Tensor } from '../autograd/tensor.js';
import { allocate } from '../tensor/dtype.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import { sizeOf } from '../tensor/shape.js';
import { requireCount } from './requirements.js';

/** Inputs and the class of each. */
export interface Examples {
  /** Shape [N, ...]: one example after another. */
  readonly x: Tensor;
  /** Shape [N]: their classes, from 0. */
  readonly targets: NDArray;
}

/** Batches by the number of the step. A batch depends on nothing else: what ran before does not change it. */
export interface Batches {
  readonly batch: (step: number) => Examples;
  /** How many steps go once through all examples. */
  readonly perEpoch: number;
}

/**
 * The examples in random order, `size` a step, in another order in every epoch. What is left of an epoch when no full
 * batch can be made of it is not used in that epoch.
 *
 * @throws {RangeError} if `size` is not a whole number from 1 to the count of examples.
 * @example
 * const examples = { x: tensor([[1], [2], [3]]), targets: tensor([0, 1, 0]) };
 * const { batch, perEpoch } = shuffled(examples, { size: 2, random: stream('order', 1) });
 * perEpoch; // 1
 * batch(0).x.shape; // [2, 1]
 */
export function shuffled(
  examples: Examples,
  { size, random }: { readonly size: number; readonly random: Stream },
): Batches {
  const count = examples.targets.data.length;
  requireCount('shuffled', { size });
  if (size > count)
    throw new RangeError(`shuffled: expected size to be at most the ${count} examples, got ${size}`);
  const perEpoch = Math.floor(count / size);
  let known = { epoch: -1, order: [] as readonly number[] };
  const orderOf = (epoch: number): readonly number[] => {
    if (known.epoch !== epoch) known = { epoch, order: random.substream(epoch).permutation(count) };
    return known.order;
  };
  return {
    perEpoch,
    batch: (step) => {
      const start = (step % perEpoch) * size;
      return picked(examples, orderOf(Math.floor(step / perEpoch)).slice(start, start + size));
    },
  };
}

/**
 * `size` examples a step, each of them drawn from all, even twice: no batch depends on another.
 *
 * @throws {RangeError} if `size` is not a whole number from 1.
 * @example
 * const examples = { x: tensor([[1], [2], [3]]), targets: tensor([0, 1, 0]) };
 * drawn(examples, { size: 5, random: stream('draws', 1) }).batch(0).x.shape; // [5, 1]
 */
export function drawn(
  examples: Examples,
  { size, random }: { readonly size: number; readonly random: Stream },
): Batches {
  const count = examples.targets.data.length;
  requireCount('drawn', { size });
  return {
    perEpoch: Math.ceil(count / size),
    batch: (step) => {
      const from = random.substream(step);
      return picked(
        examples,
        Array.from({ length: size }, () => from.integer(count)),
      );
    },
  };
}

/** Some of the examples, by their rows. */
export function picked({ x, targets }: Examples, rows: readonly number[]): Examples {
  const inner = sizeOf(x.shape.slice(1));
  const some = (array: NDArray, width: number): NDArray => {
    const shape = [rows.length, ...array.shape.slice(1)];
    const part = { data: allocate(array.dtype, rows.length * width), shape, dtype: array.dtype };
    rows.forEach((row, n) => part.data.set(array.data.subarray(row * width, (row + 1) * width), n * width));
    return part;
  };
  return { x: new Tensor(some(x, inner)), targets: some(targets, 1) };
}
