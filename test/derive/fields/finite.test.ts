import fc from 'fast-check';
import { finite, finiteWithExponents, P, Q, surveying } from '../../../src/derive/fields/finite.js';
import type { Residue } from '../../../src/derive/fields/finite.js';
import { randomFrom } from '../../../src/derive/random.js';

const isPrime = (n: number): boolean => {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
};
const big = (base: bigint, exponent: number, m: number): bigint => {
  let result = 1n;
  for (let [b, e] = [base % BigInt(m), BigInt(exponent)]; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * b) % BigInt(m);
    b = (b * b) % BigInt(m);
  }
  return result;
};
const residues = fc
  .tuple(fc.integer({ min: 0, max: P - 1 }), fc.integer({ min: 0, max: Q - 1 }))
  .map(([p, q]): Residue => ({ p, q }));
const options = { numRuns: 300, seed: 5 };

test('both moduli are primes as they have to be', () => {
  expect([isPrime(P), isPrime(Q)]).toEqual([true, true]);
  expect(P).toBe(2 * Q + 1);
  expect([P % 4, Q % 4]).toEqual([3, 3]);
  expect((P - 1) * (P - 1)).toBeLessThan(Number.MAX_SAFE_INTEGER);
  // 4 has order Q, so that exponents count modulo Q.
  expect(big(4n, Q, P)).toBe(1n);
});

test('sums, differences and products are those of whole numbers, by both moduli', () => {
  fc.assert(
    fc.property(residues, residues, (a, b) => {
      const by = (f: (x: bigint, y: bigint) => bigint): Residue => ({
        p: Number(((f(BigInt(a.p), BigInt(b.p)) % BigInt(P)) + BigInt(P)) % BigInt(P)),
        q: Number(((f(BigInt(a.q ?? 0), BigInt(b.q ?? 0)) % BigInt(Q)) + BigInt(Q)) % BigInt(Q)),
      });
      expect(finite.add(a, b)).toEqual(by((x, y) => x + y));
      expect(finite.subtract(a, b)).toEqual(by((x, y) => x - y));
      expect(finite.multiply(a, b)).toEqual(by((x, y) => x * y));
    }),
    options,
  );
});

test('a quotient times its divisor is the dividend, by both moduli', () => {
  fc.assert(
    fc.property(residues, residues, (a, b) => {
      fc.pre(b.p !== 0 && b.q !== 0);
      expect(finite.multiply(finite.divide(a, b), b)).toEqual(a);
    }),
    options,
  );
});

test('an exponent that divides by 0 is not known, and neither is what comes of it', () => {
  const divided = finite.divide({ p: 1, q: 1 }, { p: 5, q: 0 });
  expect(divided.q).toBeUndefined();
  for (const operation of [finite.add, finite.subtract, finite.multiply, finite.divide])
    expect(operation({ p: 1, q: 1 }, divided).q).toBeUndefined();
  expect(finite.divide({ p: 1, q: 1 }, { p: 5, q: undefined }).q).toBeUndefined();
});

test('a root of an exponent is one by both moduli, or is not known', () => {
  fc.assert(
    fc.property(residues, (a) => {
      const square = finite.multiply(a, a);
      const root = finite.sqrt(square);
      expect(finite.multiply(root, root)).toEqual(a.p === 0 ? { p: 0, q: undefined } : square);
      const other = finite.sqrt({ p: 4, q: a.q });
      if (other.q !== undefined) expect((other.q * other.q) % Q).toBe(a.q);
      else expect(big(BigInt(a.q ?? 0), (Q - 1) / 2, Q)).toBe(BigInt(Q - 1));
    }),
    options,
  );
});

test('exactly one of a number and its negative has a root', () => {
  const has = (a: number): boolean => {
    try {
      return finite.sqrt({ p: a, q: undefined }).p > 0;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: P - 1 }), (a) => expect(has(a)).toBe(!has(P - a))),
    options,
  );
});

test('absolute values multiply, and forget the sign', () => {
  fc.assert(
    fc.property(residues, residues, (a, b) => {
      const { abs, multiply, subtract, zero } = finite;
      expect(abs(multiply(a, b)).p).toBe(multiply(abs(a), abs(b)).p);
      expect(abs(subtract(zero, a)).p).toBe(abs(a).p);
    }),
    options,
  );
});

test('an exponential is that power of 4', () => {
  fc.assert(
    fc.property(residues, (a) => expect(BigInt(finiteWithExponents.exp(a).p)).toBe(big(4n, a.q ?? 0, P))),
    { numRuns: 100, seed: 6 },
  );
});

test('positive numbers are drawn as squares, and π is one', () => {
  const random = randomFrom(8);
  for (let n = 0; n < 50; n++)
    for (const one of [finite.draw(random, true, 'ordinary'), finite.pi(random)])
      expect(big(BigInt(one.p), (P - 1) / 2, P)).toBe(1n);
  expect(finite.draw(random, false, 'ordinary').q).toBeUndefined();
  expect(finiteWithExponents.draw(random, false, 'ordinary').q).toBeLessThan(Q);
});

test('where radicands are surveyed, every number has a root: its own, or that of its negative', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: P - 1 }), (a) => {
      const root = surveying.sqrt({ p: a, q: 1 }).p;
      expect([a, P - a]).toContain(Number((BigInt(root) * BigInt(root)) % BigInt(P)));
    }),
    options,
  );
});
