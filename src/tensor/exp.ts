/**
 * eˣ, with the bits of @stdlib/math-base-special-exp in a fifth of the time: powers of 2 are read from a table instead of
 * being written into the exponent.
 *
 *     (1)  x  = k ln 2 + r             k whole, |r| ≤ ½ ln 2; r = high − low has more digits than one number holds
 *     (2)  c  = r − r² P(r²)           P a polynomial of degree 4
 *     (3)  eˣ = 2ᵏ · (1 + r + r c / (2 − c))
 *
 * Source: fdlibm, e_exp.c (Sun Microsystems, 1993), where the numbers come from.
 */
import careful from '@stdlib/math-base-special-exp';

const log2e = 1.4426950408889634;
/** ln 2 in two parts, the first with so few digits that its product with k is exact. */
const [ln2High, ln2Low] = [6.93147180369123816e-1, 1.9082149292705877e-10];
const [p1, p2, p3, p4, p5] = [
  1.66666666666666019e-1, -2.77777777770155934e-3, 6.61375632143793436e-5, -1.65339022054652515e-6,
  4.1381367970572385e-8,
];

/** Between these sizes of x neither r nor 2ᵏ eʳ is too small or too large for all its digits. Beyond, care is needed. */
const [near, far] = [1 / (1 << 28), 690];
const largestPower = 1000;
const powers = new Float64Array(2 * largestPower + 1).fill(1);
for (let k = 1; k <= largestPower; k++) {
  powers[largestPower + k] = 2 * powers[largestPower + k - 1];
  powers[largestPower - k] = powers[largestPower - k + 1] / 2;
}

export function exp(x: number): number {
  if (!(Math.abs(x) > near && Math.abs(x) < far)) return careful(x);
  const k = Math.trunc(log2e * x + (x < 0 ? -0.5 : 0.5));
  const [high, low] = [x - k * ln2High, k * ln2Low]; //                (1)
  const r = high - low;
  const t = r * r;
  const c = r - t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5)))); // (2)
  return (1 - (low - (r * c) / (2 - c) - high)) * powers[largestPower + k]; // (3)
}
