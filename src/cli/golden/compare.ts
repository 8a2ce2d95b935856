import { formatShape, sameShape } from '../../index.js';
import type { NDArray, Shape } from '../../index.js';

/** How far a tensor is from the one wanted: `error` of 1 is just within the tolerance. */
export interface Comparison {
  readonly error: number;
  /** What is wrong, in words; empty where it passes. */
  readonly finding: string;
}

/**
 * Compares within tol · max(1, max|want|). NaN equals NaN, and an infinity only itself.
 *
 * @param got The tensor computed.
 * @param want What it should be.
 * @param tolerance tol above.
 */
export function compare(
  got: NDArray,
  want: { readonly data: ArrayLike<number>; readonly shape: Shape },
  tolerance: number,
): Comparison {
  if (!sameShape(got.shape, want.shape))
    return {
      error: Infinity,
      finding: `expected shape ${formatShape(want.shape)}, got ${formatShape(got.shape)}`,
    };
  const size = Array.from(want.data).reduce(
    (most, x) => (Math.abs(x) < Infinity ? Math.max(most, Math.abs(x)) : most),
    1,
  );
  const worst = { error: 0, at: 0 };
  for (let at = 0; at < got.data.length; at++) {
    const [a, b] = [got.data[at], want.data[at]];
    const difference = Object.is(a, b) || a === b ? 0 : Math.abs(a - b) / size;
    const error = Number.isNaN(difference) ? Infinity : difference === 0 ? 0 : difference / tolerance;
    if (error > worst.error) Object.assign(worst, { error, at });
  }
  const [a, b] = [got.data[worst.at], want.data[worst.at]];
  return worst.error <= 1
    ? { error: worst.error, finding: '' }
    : { error: worst.error, finding: `expected ${b} at place ${worst.at}, got ${a}` };
}
