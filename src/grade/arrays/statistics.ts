/** Statistics of one list of numbers, as the references take them. */

/** The sum, from left to right. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** The values less their mean, and then less the mean of what rounding left: exact enough far from zero. */
export function centre(values: readonly number[]): number[] {
  const mu = mean(values);
  const once = values.map((value) => value - mu);
  const left = mean(once);
  return once.map((value) => value - left);
}

/** The mean of the squares. */
export function meanSquare(values: readonly number[]): number {
  return mean(values.map((value) => value * value));
}

/** The variance over n. */
export function variance(values: readonly number[]): number {
  return meanSquare(centre(values));
}

/** The sum of products, and the mean of them. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return sum(a.map((value, i) => value * b[i]));
}
