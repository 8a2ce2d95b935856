import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { cos, log, sin } from './elementary.js';
import { allocate } from './dtype.js';
import type { DType } from './dtype.js';
import type { NDArray } from './ndarray.js';
import { requireLengths, sizeOf } from './shape.js';
import type { Shape } from './shape.js';

/** Where raw random bits come from, given 32 bits to start with. */
export type Generator = (seed: number) => RandomGenerator;

/** What `normals` draws from, and how it is stored. */
export interface NormalOptions {
  readonly mean?: number;
  readonly deviation?: number;
  readonly dtype?: DType;
}

/**
 * A source of random numbers with a name of its own.
 *
 * Two streams with the same name and seed give the same numbers for ever; another name or seed gives unrelated ones.
 * So the weights of a network do not change when its data are drawn in another order.
 *
 * @example
 * const weights = new Stream('weights', 1);
 * weights.normal(); // -1.2346
 * weights.normal(); // -0.5835
 */
export class Stream {
  readonly name: string;
  readonly seed: number;
  private readonly generator: Generator;
  private readonly bits: RandomGenerator;
  private spare: number | undefined;

  constructor(name: string, seed: number, generator: Generator = xoroshiro128plus) {
    if (!Number.isInteger(seed))
      throw new RangeError(`stream: expected seed to be a whole number, got ${seed}`);
    this.name = name;
    this.seed = seed;
    this.generator = generator;
    this.bits = generator(fingerprint(`${name}\0${seed}`));
  }

  /**
   * A stream of the same seed and generator whose name goes on with `part`. However far this one has come, it starts at
   * its beginning.
   *
   * @example
   * stream('data', 1).substream('epoch 2').name; // 'data/epoch 2'
   */
  substream(part: string | number): Stream {
    return new Stream(`${this.name}/${part}`, this.seed, this.generator);
  }

  /** A number from `low` up to, but not including, `high`. */
  uniform(low: number = 0, high: number = 1): number {
    return low + (high - low) * uniformFloat64(this.bits);
  }

  /** A whole number from 0 to n − 1, each equally likely. */
  integer(n: number): number {
    if (!(Number.isInteger(n) && n > 0))
      throw new RangeError(`integer: expected n to be 1 or more, got ${n}`);
    return uniformInt(this.bits, 0, n - 1);
  }

  /** A draw from the normal distribution with mean 0 and deviation 1 (Box and Muller, 1958). */
  normal(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * log(1 - uniformFloat64(this.bits)));
    const angle = 2 * Math.PI * uniformFloat64(this.bits);
    this.spare = radius * sin(angle);
    return radius * cos(angle);
  }

  /** An array of independent normal draws. */
  normals(shape: Shape, { mean = 0, deviation = 1, dtype = 'float64' }: NormalOptions = {}): NDArray {
    requireLengths('normals', shape);
    const data = allocate(dtype, sizeOf(shape));
    for (let i = 0; i < data.length; i++) data[i] = mean + deviation * this.normal();
    return { data, shape: [...shape], dtype };
  }

  /** The numbers 0 … n − 1 in random order, every order equally likely (Fisher and Yates). */
  permutation(n: number): number[] {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }
}

/**
 * The random stream of this name and seed.
 *
 * @param name Says what the numbers are for: 'weights'.
 * @param seed A whole number.
 * @param generator Another source of bits; xoroshiro128+ unless said otherwise.
 * @throws {RangeError} if the seed is not a whole number.
 * @example
 * stream('weights', 1).normal() === stream('weights', 1).normal(); // true
 */
export function stream(name: string, seed: number, generator?: Generator): Stream {
  return new Stream(name, seed, generator);
}

/** Random streams by name, all of one seed: what a model or an experiment draws from. */
export type Streams = (name: string) => Stream;

/**
 * The streams of one seed.
 *
 * @param seed A whole number.
 * @param generator Another source of bits for all of them.
 * @example
 * const random = streams(1);
 * random('weights').normal() === stream('weights', 1).normal(); // true
 */
export function streams(seed: number, generator?: Generator): Streams {
  return (name) => stream(name, seed, generator);
}

/** 32 bits that depend on every character (FNV-1a, then mixed so that near names give far seeds). */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
