import type { Shape } from '../tensor/shape.js';
import { sizeOf } from '../tensor/shape.js';

/** How many samples and channels x of shape [N, C, ...] has, and how many positions each of them. */
export function layoutOf(shape: Shape): { N: number; C: number; positions: number } {
  return { N: shape[0], C: shape[1], positions: sizeOf(shape.slice(2)) };
}

/**
 * The channel that each number of one sample belongs to, in the order of memory, for x of shape [N, C, ...].
 *
 * @example
 * channelOf([5, 2, 3]); // [0, 0, 0, 1, 1, 1]
 */
export function channelOf(shape: Shape): Int32Array {
  const { C, positions } = layoutOf(shape);
  return Int32Array.from({ length: C * positions }, (_, i) => Math.floor(i / positions));
}

/** The axes of x that run over samples and positions: all but that of the channels. */
export function axesBesideChannels(shape: Shape): number[] {
  return shape.map((_, axis) => axis).filter((axis) => axis !== 1);
}

/** The shape of one number per channel as it stands beside x: [C, 1, 1] for x of shape [N, C, H, W]. */
export function besideX(shape: Shape): number[] {
  return shape.slice(1).map((length, i) => (i === 0 ? length : 1));
}

/** The axes of x that run over positions: all behind that of the channels. */
export function positionAxes(shape: Shape): number[] {
  return shape.map((_, axis) => axis).slice(2);
}
