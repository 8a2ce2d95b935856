/** Rows of three features as one looks at them here: the direction (1, 1, 1) points up. */
import type { Vector } from './scene.js';

const up = [1, 1, 1].map((value) => value / Math.sqrt(3));
const flat = [[1, -1, 0].map((value) => value / Math.SQRT2), [1, 1, -2].map((value) => value / Math.sqrt(6))];

/** The row in axes of which the third is the direction (1, 1, 1): `onesUp([1, 1, 1])` is [0, 0, √3]. */
export function onesUp(row: readonly number[]): Vector {
  return [dot(row, flat[0]), dot(row, flat[1]), dot(row, up)];
}

/** Σ aᵢ bᵢ. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
