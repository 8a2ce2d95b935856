import { Tensor } from '../../autograd/tensor.js';
import { mapped, ndarray } from '../../tensor/ndarray.js';
import { stream } from '../../tensor/random.js';
import { sizeOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import type { Norm, NormInputs } from '../registry/norm.js';

/** A promise of a normalization that was not kept, in one sentence. */
export type Finding = string;

/** The numbers of each statistic with a size and an offset of their own; parameters that are nothing special. */
export function randomInputs(norm: Norm, shape: Shape, seed: number): NormInputs {
  const random = stream('contract', seed);
  const x = random.normals(shape);
  for (const places of sharing(norm, shape)) {
    const [size, offset] = [random.uniform(0.5, 4), 3 * random.normal()];
    for (const place of places) x.data[place] = size * x.data[place] + offset;
  }
  const parameters = Object.entries(norm.parameters).map(
    ([name, { shape: shapeFor, around }]) =>
      [name, new Tensor(random.normals(shapeFor(shape), { mean: around }))] as const,
  );
  return { x: new Tensor(x), ...Object.fromEntries(parameters) };
}

/** The places of x in memory, those that share a statistic together. */
function sharing(norm: Norm, shape: Shape): number[][] {
  const count = sizeOf(shape);
  const statisticOf = norm.statisticOf(shape);
  const members = new Map<number, number[]>();
  for (let place = 0; place < count; place++) {
    const statistic = statisticOf(place);
    members.set(statistic, [...(members.get(statistic) ?? []), place]);
  }
  return [...members.values()];
}

/** Whether the number at one place of x changes the one at another place of y. */
export function reachOf(norm: Norm, shape: Shape): (from: number, to: number) => boolean {
  const statisticOf = norm.statisticOf(shape);
  return norm.reaches?.(shape) ?? ((from, to) => statisticOf(from) === statisticOf(to));
}

/** x with each number changed by its place. */
export function moved(x: Tensor, change: (value: number, place: number) => number): Tensor {
  return new Tensor(ndarray(x.data.map(change), x.shape));
}

/** All inputs, each changed in the same way. */
export function mapInputs(inputs: NormInputs, f: (tensor: Tensor) => Tensor): NormInputs {
  const changed = Object.entries(inputs).map(([name, tensor]) => [name, f(tensor)] as const);
  return Object.fromEntries(changed) as NormInputs;
}

/** One number everywhere, of the shape of another array. */
export function constantLike(x: Tensor, value: number): Tensor {
  return new Tensor(mapped(x, () => value));
}

/** The largest distance between two numbers in the same place; infinite where one of them is not a number. */
export function largestDifference(a: Tensor, b: Tensor): number {
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i] - b.data[i]));
  return Number.isNaN(largest) ? Infinity : largest;
}

/** The largest size of a number. */
export function largest(x: Tensor): number {
  return x.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
