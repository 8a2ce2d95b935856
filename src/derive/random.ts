import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

/** Random whole numbers from a seed. */
export interface Random {
  /** From 0 up to, not including, `below`. */
  below(below: number): number;
  /** One of some things. */
  pick<T>(from: readonly T[]): T;
}

/**
 * The random numbers of a seed, always the same ones.
 *
 * @example
 * randomFrom(1).below(10); // 0 … 9
 */
export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (n: number): number => uniformInt(generator, 0, n - 1);
  return { below, pick: (from) => from[below(from.length)] };
}

/** A seed from a text, so that a derivation is always tested at the same points. */
export function seedOf(text: string): number {
  let seed = 2166136261;
  for (let i = 0; i < text.length; i++) seed = Math.imul(seed ^ text.charCodeAt(i), 16777619);
  return seed;
}
