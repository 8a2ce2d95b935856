import fc from 'fast-check';
import type { Packed } from '../../src/cli/golden/file.js';
import { stream } from '../../src/index.js';

/** What a random call is made from: a smaller one gives a smaller call. */
export interface Recipe {
  readonly dtype: 'float64' | 'float32';
  readonly axes: number;
  readonly sizes: readonly number[];
  /** What an operation chooses its options by. */
  readonly picks: readonly number[];
  readonly eps: number;
  readonly affine: boolean;
  readonly offset: number;
  readonly scale: number;
  /** Whether the first row holds one number only. */
  readonly flat: boolean;
  readonly seed: number;
}

/** Three of four in float64. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  dtype: fc.oneof(
    { arbitrary: fc.constant('float64' as const), weight: 3 },
    { arbitrary: fc.constant('float32' as const), weight: 1 },
  ),
  axes: fc.integer({ min: 2, max: 4 }),
  sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 4, maxLength: 4 }),
  picks: fc.array(fc.nat(59), { minLength: 3, maxLength: 3 }),
  eps: fc.constantFrom(1e-5, 1e-3, 0.1),
  affine: fc.boolean(),
  offset: fc.constantFrom(0, 1, -30),
  scale: fc.constantFrom(1, 0.2, 8),
  flat: fc.boolean(),
  seed: fc.nat(1e6),
});

/** What draws the inputs of a call. */
export interface Draw {
  /** Normal numbers around 0, of this shape. */
  normal(...shape: readonly number[]): Packed;
  /** The same around the recipe's offset, with its scale; the first row may be flat. */
  data(...shape: readonly number[]): Packed;
  positive(...shape: readonly number[]): Packed;
  /** Whole numbers from 0 to below n. */
  classes(n: number, ...shape: readonly number[]): Packed;
}

/** Draws by the recipe's seed, in numbers that its dtype holds. */
export function drawn({ seed, offset, scale, flat, dtype }: Recipe): Draw {
  const random = stream('pytorch', seed);
  const kept = dtype === 'float32' ? Math.fround : (value: number): number => value;
  const made = (shape: readonly number[], one: (place: number) => number): Packed => [
    shape,
    Array.from({ length: shape.reduce((product, length) => product * length, 1) }, (_, place) =>
      kept(one(place)),
    ),
  ];
  return {
    normal: (...shape) => made(shape, () => random.normal()),
    data: (...shape) =>
      made(shape, (place) => {
        const value = offset + scale * random.normal();
        return flat && place < (shape.at(-1) ?? 1) ? 2.75 : value;
      }),
    positive: (...shape) => made(shape, () => 0.25 + Math.abs(random.normal())),
    classes: (n, ...shape) => made(shape, () => random.integer(n)),
  };
}

/** A cotangent for y of this shape, unlike everything else of the call. */
export function cotangent({ seed, dtype }: Recipe, shape: readonly number[]): Packed {
  const random = stream('pytorch/gy', seed);
  const size = shape.reduce((product, length) => product * length, 1);
  const kept = dtype === 'float32' ? Math.fround : (value: number): number => value;
  return [shape, Array.from({ length: size }, () => kept(random.normal()))];
}
