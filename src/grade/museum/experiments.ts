/** Pieces that experiments are made of. */
import type { Tensor } from '../../autograd/index.js';
import type { Candidate } from '../exercise.js';
import type { Specimen } from '../judging.js';
import { apart } from './damage.js';

/** Tells whether two tensors hold the same numbers, but for rounding. */
export const near = (a: Tensor, b: Tensor, tolerance: number = 1e-9): boolean =>
  apart(a.data, b.data) <= tolerance;

/** Right layers, each with the same thing to say to whoever accuses it. */
export function innocent<L extends Candidate>(
  layers: Readonly<Record<string, L>>,
  says: string,
): Specimen<L>[] {
  return Object.entries(layers).map(([name, layer]) => ({ name, layer, says }));
}
