import { filled } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';

/**
 * Which positions may be looked at without seeing the future: 1 for a key at or before the query, 0 after it.
 *
 * @param queries How many positions ask; they are the last ones.
 * @param keys How many there are to look at.
 * @returns Shape [queries, keys].
 * @example
 * toNested(causalMask(3)); // [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
 */
export function causalMask(queries: number, keys: number = queries): NDArray {
  const mask = filled([queries, keys], 0);
  for (let i = 0; i < queries; i++) mask.data.fill(1, i * keys, i * keys + keys - queries + i + 1);
  return mask;
}

/**
 * Which positions are words and not padding.
 *
 * @param lengths How many words each sentence of the batch has.
 * @param T The common length, padding included.
 * @returns Shape [N, 1, 1, T]: 1 for a word, 0 for padding.
 * @throws {RangeError} if a sentence is longer than T.
 * @example
 * toNested(paddingMask([2, 3], 3)); // [[[[1, 1, 0]]], [[[1, 1, 1]]]]
 */
export function paddingMask(lengths: readonly number[], T: number): NDArray {
  const mask = filled([lengths.length, 1, 1, T], 0);
  lengths.forEach((length, n) => {
    if (!(Number.isInteger(length) && length >= 0 && length <= T))
      throw new RangeError(`paddingMask: expected lengths from 0 to ${T}, got ${length}`);
    mask.data.fill(1, n * T, n * T + length);
  });
  return mask;
}
