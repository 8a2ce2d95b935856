/** Runs of one setting with several seeds, brought together. A run that has blown up counts as the worst. */

/** The middle run and the ends. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Median, smallest and largest of at least one number; of an even count the mean of the two in the middle.
 *
 * @example
 * acrossSeeds([0.3, NaN, 0.1]); // { median: 0.3, low: 0.1, high: Infinity }
 */
export function acrossSeeds(values: readonly number[]): Spread {
  const sorted = values.map(orInfinity).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const half = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2,
    low: sorted[0],
    high: sorted[sorted.length - 1],
  };
}

/** Not a number is no better than infinitely bad. */
export function orInfinity(value: number): number {
  return Number.isNaN(value) ? Infinity : value;
}

/** The values of a key in the order of their first appearance. */
export function inOrder<R, V>(records: readonly R[], key: (record: R) => V): V[] {
  return [...new Set(records.map(key))];
}

/** A list as a sentence holds it: "pre, peri and deepnorm". */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
