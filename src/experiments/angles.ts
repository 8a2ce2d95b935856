/** Lengths and angles of arrays of numbers, read as one vector each. */
import { dot } from '../tensor/rows.js';
import type { Storage } from '../tensor/dtype.js';

/** ‖a‖, the root of the sum of squares. */
export function norm(a: Storage): number {
  return Math.sqrt(dot(a, a));
}

/** The cosine of the angle between two vectors; NaN if one of them is 0. */
export function cosineBetween(a: Storage, b: Storage): number {
  return dot(a, b) / (norm(a) * norm(b));
}

/**
 * The angle between two vectors of nearly the same direction, in radians.
 *
 * It comes from the chord c between the directions: a cosine near 1 would have lost the digits of a small angle.
 * Of the angle 2 arcsin(c/2) = c + c³/24 + …, two terms are kept: at half a radian the rest is 0.03 %.
 */
export function smallAngleBetween(a: Storage, b: Storage): number {
  const [u, v] = [1 / norm(a), 1 / norm(b)];
  let squares = 0;
  for (let i = 0; i < a.length; i++) {
    const apart = a[i] * u - b[i] * v;
    squares += apart * apart;
  }
  const chord = Math.sqrt(squares);
  return chord * (1 + squares / 24);
}
