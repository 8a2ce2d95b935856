/** Arithmetic with rests by a number below 2²⁶: every product is exact in a double. */

/** The rest of a by m, from 0 up to m − 1. */
export const modulo = (a: number, m: number): number => {
  const rest = a % m;
  return rest < 0 ? rest + m : rest;
};

/** By squaring. */
export function power(base: number, exponent: number, m: number): number {
  let result = 1;
  for (let [b, e] = [base, exponent]; e > 0; e >>= 1) {
    if (e & 1) result = (result * b) % m;
    b = (b * b) % m;
  }
  return result;
}

/** The x with a·x = 1, by Euclid's algorithm. */
export function inverse(a: number, m: number): number {
  let [r, next, x, y] = [m, a, 0, 1];
  while (next !== 0) {
    const times = (r / next) | 0;
    [r, next] = [next, r - times * next];
    [x, y] = [y, x - times * y];
  }
  return modulo(x, m);
}

/** The root that is a square itself; nothing where a is no square. Right for any prime that leaves 3 by 4. */
export function rootOf(a: number, m: number): number | undefined {
  const root = power(a, (m + 1) / 4, m);
  return (root * root) % m === a ? root : undefined;
}
