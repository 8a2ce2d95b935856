import { inverse, modulo, power, rootOf } from '../../../src/derive/fields/modular.js';
import { P, Q } from '../../../src/derive/fields/finite.js';
import { randomFrom } from '../../../src/derive/random.js';

const random = randomFrom(1);
const some = (m: number): number[] => Array.from({ length: 200 }, () => 1 + random.below(m - 1));

describe.each([P, Q])('rests by %i', (m) => {
  test('a rest is not negative and differs from the number by a multiple', () => {
    for (const a of some(m)) expect([modulo(a - m, m), modulo(-a, m), modulo(a, m)]).toEqual([a, m - a, a]);
  });

  test('powers are those of exact arithmetic', () => {
    for (const a of some(m).slice(0, 20)) {
      const exact = Array.from({ length: 11 }).reduce<bigint>((b) => (b * BigInt(a)) % BigInt(m), 1n);
      expect(BigInt(power(a, 11, m))).toBe(exact);
    }
  });

  test('a number times its inverse leaves 1', () => {
    for (const a of some(m)) expect((BigInt(a) * BigInt(inverse(a, m))) % BigInt(m)).toBe(1n);
  });

  test('of a and −a exactly one has a root, its square is that number, and it has a root itself', () => {
    for (const a of some(m)) {
      const [plus, minus] = [rootOf(a, m), rootOf(m - a, m)];
      expect((plus === undefined) !== (minus === undefined)).toBe(true);
      const [root, of] = plus === undefined ? [minus ?? 0, m - a] : [plus, a];
      expect((root * root) % m).toBe(of);
      expect(rootOf(root, m)).toBeDefined();
    }
  });
});
