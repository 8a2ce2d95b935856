/** Ends for a logarithmic axis that an explosion must not take over. */

/**
 * The smallest and largest of the positive numbers that are at most so many times more or less than the middle one, with a
 * little room at both ends.
 *
 * @example
 * middleRange([1, 2, 4, 1e30]); // about [0.77, 5.2]
 */
export function middleRange(values: readonly number[], times = 1000): [number, number] {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 1;
  const near = sorted.filter((value) => value >= middle / times && value <= middle * times);
  return [(near[0] ?? 1) / 1.3, (near[near.length - 1] ?? 1) * 1.3];
}
