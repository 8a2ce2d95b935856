import { cos, pow, sin } from '../tensor/elementary.js';
import { filled } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';

/**
 * The waves that tell positions apart: at position t, feature 2i is sin(t / 10000^(2i/C)) and feature 2i + 1 the cosine.
 *
 * @param T How many positions.
 * @param C How many features.
 * @returns Shape [T, C].
 * Source: Vaswani et al. (2017), arXiv:1706.03762, section 3.5.
 * @example
 * toNested(positionalEncoding(2, 2)); // [[0, 1], [0.8415, 0.5403]]
 */
export function positionalEncoding(T: number, C: number): NDArray {
  const waves = filled([T, C], 0);
  for (let t = 0; t < T; t++)
    for (let i = 0; i < C; i++) {
      const angle = t / pow(10000, (i - (i % 2)) / C);
      waves.data[t * C + i] = i % 2 === 0 ? sin(angle) : cos(angle);
    }
  return waves;
}
