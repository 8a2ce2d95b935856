import { stream } from '../../src/index.js';
import type { Module, NDArray } from '../../src/index.js';

/** A module whose parameters are all random: γ = 1, β = 0 and biases of 0 would hide mistakes. */
export function randomized<M extends Module>(module: M, seed: number = 9): M {
  const random = stream('parameters', seed);
  for (const { data } of module.namedParameters().values())
    for (let i = 0; i < data.length; i++) data[i] += 0.5 * random.normal();
  return module;
}

/** The largest |a − b|. */
export function largestDifference(a: NDArray, b: NDArray): number {
  expect(a.shape).toEqual(b.shape);
  return a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i])), 0);
}
