/** What experiments ask with, and the slopes of the loss to compare with. */
import { centre, meanSquare, sum } from '../../arrays/statistics.js';
import { apart, normals } from '../damage.js';
import type { WayBack } from './layers.js';

export const drawn = (seed: number, C: number, mean = 0, deviation = 1): number[] => [
  ...normals('way back', [C], { seed, mean, deviation }).data,
];
export const [x, gamma, dy, eps] = [drawn(1, 6, 2, 3), drawn(2, 6, 1), drawn(3, 6), 1e-3];
export const ones = x.map(() => 1);

/** Σ dyᵢ · yᵢ for y = γ x̂. */
export const loss = (at: readonly number[], scale = gamma, weights = dy): number => {
  const centred = centre(at);
  const deviation = Math.sqrt(meanSquare(centred) + eps);
  return sum(centred.map((value, i) => (weights[i] * scale[i] * value) / deviation));
};
export const nudged = (u: readonly number[], t: number): number[] => x.map((value, i) => value + t * u[i]);
export const slopeAlong = (u: readonly number[], scale = gamma, weights = dy, h = 1e-5): number =>
  (loss(nudged(u, h), scale, weights) - loss(nudged(u, -h), scale, weights)) / (2 * h);
export const unit = (i: number): number[] => x.map((_, j) => (i === j ? 1 : 0));
export const numeric = (scale = gamma, weights = dy): number[] =>
  x.map((_, i) => slopeAlong(unit(i), scale, weights));
export const agrees = (wayBack: WayBack, tolerance: number, scale = gamma, weights = dy): boolean =>
  apart([...wayBack(x, scale, weights, eps), 1], [...numeric(scale, weights), 1]) <= tolerance;
