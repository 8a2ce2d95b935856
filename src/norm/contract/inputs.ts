import { Tensor } from '../../autograd/tensor.js';
import { stream } from '../../tensor/random.js';
import type { Shape } from '../../tensor/shape.js';
import type { NormInputs } from '../registry.js';

/** A promise of a normalization that was not kept, in one sentence. */
export type Finding = string;

/** Rows with a size and an offset of their own; γ and β that are nothing special. */
export function randomInputs(shape: Shape, seed: number): NormInputs {
  const random = stream('contract', seed);
  const C = shape[shape.length - 1];
  const x = random.normals(shape);
  for (let start = 0; start < x.data.length; start += C) {
    const [size, offset] = [random.uniform(0.5, 4), 3 * random.normal()];
    for (let i = start; i < start + C; i++) x.data[i] = size * x.data[i] + offset;
  }
  const vector = (mean: number): Tensor => new Tensor(random.normals([C], { mean }));
  return { x: new Tensor(x), gamma: vector(1), beta: vector(0) };
}

/** The largest distance between two numbers in the same place; infinite where one of them is not a number. */
export function largestDifference(a: Tensor, b: Tensor): number {
  let largest = 0;
  for (let i = 0; i < a.data.length; i++) largest = Math.max(largest, Math.abs(a.data[i] - b.data[i]));
  return Number.isNaN(largest) ? Infinity : largest;
}
