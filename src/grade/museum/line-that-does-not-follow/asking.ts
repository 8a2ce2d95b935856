import { apart, normals } from '../damage.js';
import type { Derivation } from './layers.js';

/** What lines are asked with. */
interface Point {
  readonly x: readonly number[];
  readonly g: readonly number[];
  readonly eps: number;
}
/** n numbers of mean 2, with g and an ε that are not kind. */
export const drawn = (n: number, seed: number): Point => ({
  x: [...normals('line x', [n], { seed, mean: 2, deviation: 1.5 }).data],
  g: [...normals('line g', [n], { seed, mean: 1 }).data],
  eps: 0.3,
});
export const point = drawn(5, 1);
export const values = (derivation: Derivation, k: number, { x, g, eps }: Point): number[] =>
  derivation(k, [...x], [...g], eps);
export const follows = (derivation: Derivation, k: number, at: Point, tolerance = 1e-9): boolean =>
  apart([...values(derivation, k, at), 1], [...values(derivation, k - 1, at), 1]) <= tolerance;
export const allFollow = (derivation: Derivation, at: Point, tolerance?: number): boolean =>
  [1, 2, 3, 4].every((k) => follows(derivation, k, at, tolerance));
