/**
 * The patches of an image that a convolution looks at, side by side as the columns of one matrix; the numbers of the
 * equations are those of conv2d.
 */
import type { Storage } from '../tensor/dtype.js';
import { said, ShapeError } from '../tensor/errors.js';
import { formatShape } from '../tensor/shape.js';
import type { Shape } from '../tensor/shape.js';

/** One number for both axes, or the height's and the width's. */
export type Pair = number | readonly [number, number];

/** Which patches there are. */
export interface PatchOptions {
  /** How far it is from one patch to the next; 1 unless said otherwise. */
  readonly stride?: Pair;
  /** How many zeros stand around the image, on each side; none unless said otherwise. */
  readonly padding?: Pair;
}

/** The patches of each image of a batch. */
export interface Patches {
  /** H′ and W′: how many patches lie below and beside each other. */
  readonly grid: readonly [number, number];
  /** How many patches there are. */
  readonly count: number;
  /** How many numbers a patch has. */
  readonly size: number;
  /** Where each number of P [size, count] stands in its image; −1 where it lies outside. */
  readonly places: Int32Array;
}

/**
 * The patches of images of shape x [N, C, H, W] under weights of shape [O, C, h, w].
 *
 * @throws {ShapeError} if the shapes do not fit, or there is room for no patch.
 * @throws {RangeError} if the stride is not a whole number from 1, or the padding not one from 0.
 */
export function patchesOf(op: string, x: Shape, weight: Shape, options: PatchOptions): Patches {
  const { stride = 1, padding = 0 } = options;
  const [s, p] = [pairFrom(op, 'stride', stride, 1), pairFrom(op, 'padding', padding, 0)];
  const [, C, ...kernel] = weight;
  if (weight.length !== 4 || weight.slice(1).includes(0))
    throw new ShapeError(op, 'weight', '[O, C, h, w]', weight);
  const expected = `for weight of shape ${formatShape(weight)}`;
  if (x.length !== 4 || x[1] !== C) throw new ShapeError(op, 'x', `[N, ${C}, H, W] ${expected}`, x);
  const [rows, columns] = [0, 1].map((i) => Math.floor((x[2 + i] + 2 * p[i] - kernel[i]) / s[i]) + 1); // (1)
  if (rows < 1 || columns < 1) {
    const [height, width] = kernel.map((length, i) => Math.max(0, length - 2 * p[i]));
    const least = `[N, ${C}, ${height} or more, ${width} or more] ${expected}`;
    throw new ShapeError(op, 'x', least, x, 'Give it padding, or a smaller kernel');
  }
  const [count, size] = [rows * columns, C * kernel[0] * kernel[1]];
  return { grid: [rows, columns], count, size, places: placesIn(x, kernel, [rows, columns], s, p) };
}

/** Equation (2), as places in the memory of an image. */
function placesIn([, C, H, W]: Shape, [h, w]: Shape, [rows, columns]: Shape, s: Shape, p: Shape): Int32Array {
  const places = new Int32Array(C * h * w * rows * columns);
  let at = 0;
  for (let c = 0; c < C; c++)
    for (let u = 0; u < h; u++)
      for (let v = 0; v < w; v++)
        for (let i = 0; i < rows; i++) {
          const y = s[0] * i + u - p[0];
          for (let j = 0; j < columns; j++) {
            const x = s[1] * j + v - p[1];
            places[at++] = y >= 0 && y < H && x >= 0 && x < W ? (c * H + y) * W + x : -1;
          }
        }
  return places;
}

/** Writes the patches of an image into P: equation (2). */
export function takePatches(image: Storage, places: Int32Array, P: Float64Array): void {
  for (let k = 0; k < places.length; k++) P[k] = places[k] < 0 ? 0 : image[places[k]];
}

/** Adds each number of dP to the image where it was taken from: equation (5). */
export function addPatches(dP: Float64Array, places: Int32Array, image: Float64Array): void {
  for (let k = 0; k < places.length; k++) if (places[k] >= 0) image[places[k]] += dP[k];
}

/** @throws {RangeError} if they are not one or two whole numbers from `least`. */
export function pairFrom(op: string, name: string, given: Pair, least: number): readonly [number, number] {
  const pair = Array.isArray(given)
    ? (given as readonly [number, number])
    : ([given, given] as [number, number]);
  if (pair.length === 2 && pair.every((one) => Number.isInteger(one) && one >= least)) return pair;
  const got = Array.isArray(given) ? formatShape(pair) : said(given);
  throw new RangeError(`${op}: expected ${name} to be one or two whole numbers from ${least}, got ${got}`);
}
