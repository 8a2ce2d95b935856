/** Batches of four sentences to ask with. */
import { toNested } from '../../../tensor/ndarray.js';
import { mapNumbers } from '../../arrays/plain.js';
import { apart, normals } from '../damage.js';
import type { Layer, Words } from './layers.js';

const [S, B, E] = [3, 4, 5];
export const x: Words = toNested(normals('sentences', [S, B, E])) as Words;
export const other: Words = toNested(
  normals('sentences', [S, B, E], { seed: 1, mean: 2, deviation: 3 }),
) as Words;
/** x with some words replaced. */
export const replaced = (where: (s: number, b: number) => boolean, by: Words): Words =>
  x.map((place, s) => place.map((word, b) => (where(s, b) ? by[s][b] : word)));
export const sentence = (y: Words, b: number): number[] => y.map((place) => place[b]).flat();
export const moves = (layer: Layer, into: Words, b: number): number =>
  apart(sentence(layer(into), b), sentence(layer(x), b));
export const plus = (change: number): Words => mapNumbers(x, (value) => value + change) as Words;
export const numbers = [0, 1, 2, 3];
