import type { Alphabet } from './alphabet.js';
import type { Field, Style } from './fields/field.js';
import { drawPoint } from './point.js';
import type { Point, Sizes } from './point.js';
import { randomFrom, seedOf } from './random.js';
import type { Random } from './random.js';

interface Series {
  readonly random: Random;
  readonly points: Point<unknown>[];
}

/**
 * The random points at which the lines of one derivation are compared. All lines meet the same ones, so that what the
 * definitions come to is computed once for all of them.
 */
export class TestPoints {
  readonly alphabet: Alphabet;
  readonly seed: number;
  readonly #series = new Map<string, Series>();

  /** @param seed The points come from it: always the same ones. */
  constructor(alphabet: Alphabet, seed: number) {
    this.alphabet = alphabet;
    this.seed = seed;
  }

  /** The k-th point of a field, for given sizes. */
  at<T>(field: Field<T>, sizes: Sizes, style: Style, k: number): Point<T> {
    const key = `${field.name} ${style} ${Object.values(sizes).join(' ')}`;
    const series = this.#series.get(key) ?? { random: randomFrom(this.seed + seedOf(key)), points: [] };
    this.#series.set(key, series);
    while (series.points.length <= k)
      series.points.push(drawPoint(field, this.alphabet, sizes, series.random, style));
    return series.points[k] as Point<T>;
  }
}
