import { Tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import { sizeOf } from '../../tensor/shape.js';
import type { Shape } from '../../tensor/shape.js';
import type { Norm, NormInputs } from '../registry.js';

/** A promise of a normalization that was not kept, in one sentence. */
export type Finding = string;

/** The numbers of each statistic with a size and an offset of their own; γ and β that are nothing special. */
export function randomInputs(norm: Norm, shape: Shape, seed: number): NormInputs {
  const random = stream('contract', seed);
  const x = random.normals(shape);
  const members = sharing(norm, shape);
  for (const places of members) {
    const [size, offset] = [random.uniform(0.5, 4), 3 * random.normal()];
    for (const place of places) x.data[place] = size * x.data[place] + offset;
  }
  const C = shape.at(norm.channelAxis) ?? 1;
  const vector = (mean: number): Tensor => new Tensor(random.normals([C], { mean }));
  return { x: new Tensor(x), gamma: vector(1), beta: vector(0) };
}

/** The places of x in memory, those that share a statistic together. */
export function sharing(norm: Norm, shape: Shape): number[][] {
  const count = sizeOf(shape);
  const statisticOf = norm.statisticOf(shape);
  const members = new Map<number, number[]>();
  for (let place = 0; place < count; place++) {
    const statistic = statisticOf(place);
    members.set(statistic, [...(members.get(statistic) ?? []), place]);
  }
  return [...members.values()];
}

/** The largest distance between two numbers in the same place; infinite where one of them is not a number. */
export function largestDifference(a: Tensor, b: Tensor): number {
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i] - b.data[i]));
  return Number.isNaN(largest) ? Infinity : largest;
}
