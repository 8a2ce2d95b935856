import type { Derive, Facts } from '../derive.js';

const draw = (of: Derive, count: number): number[] => {
  const random = of.randomFrom(11);
  return Array.from({ length: count }, () => random.below(of.P));
};
const residue = (p: number): { p: number; q: undefined } => ({ p, q: undefined });

/** What the finite field computes, on any copy of the checker. */
export const finiteFacts: Facts = {
  'the finite field is one: p is prime, and every number but 0 has an inverse': (of) => {
    const { finite, P } = of;
    for (const a of draw(of, 200).filter((x) => x !== 0)) {
      const inverse = finite.divide(finite.one, residue(a));
      expect(finite.multiply(residue(a), inverse).p).toBe(1);
    }
    expect(finite.add(residue(P - 1), finite.one).p).toBe(0);
    expect(finite.subtract(residue(0), finite.one).p).toBe(P - 1);
    expect(finite.multiply(residue(P - 1), residue(P - 1)).p).toBe(1);
  },

  'decimals are exact in the finite field': ({ finite, P }) => {
    const number = (digits: string): number => finite.number(digits).p;
    expect([number('0'), number('7'), number('-7'), number(String(P + 5))]).toEqual([0, 7, P - 7, 5]);
    expect(finite.multiply(finite.number('0.5'), finite.number('2')).p).toBe(1);
    expect(finite.multiply(finite.number('-0.25'), finite.number('4')).p).toBe(P - 1);
    expect(finite.multiply(finite.number('0.044715'), finite.number('1000000')).p).toBe(44715);
    expect(finite.number('0.044715')).not.toEqual(finite.number('0.04471'));
  },

  'the finite root of a square is the one of its roots that is a square': (of) => {
    const { finite, P } = of;
    let itself = 0;
    const all = draw(of, 400).filter((x) => x !== 0);
    for (const a of all) {
      const square = finite.multiply(residue(a), residue(a));
      const root = finite.sqrt(square).p;
      expect([a, P - a]).toContain(root);
      expect(finite.abs(residue(a)).p).toBe(root);
      if (root === a) itself++;
    }
    // Of 400 draws with probability ½ 200 ± 50 come out so: five deviations.
    expect(Math.abs(itself - all.length / 2)).toBeLessThan(50);
  },

  'in the finite field √a·√b = √(ab), and half of all numbers have no root': (of) => {
    const { finite, OutsideDomain } = of;
    const [a, ...rest] = draw(of, 400).filter((x) => x !== 0);
    const square = finite.multiply(residue(a), residue(a));
    let none = 0;
    for (const b of rest)
      try {
        const product = finite.multiply(finite.sqrt(square), finite.sqrt(residue(b)));
        expect(product.p).toBe(finite.sqrt(finite.multiply(square, residue(b))).p);
      } catch (error) {
        expect(error).toBeInstanceOf(OutsideDomain);
        none++;
      }
    expect(Math.abs(none - rest.length / 2)).toBeLessThan(50);
    for (const n of [2, 3, 5, 7, 11, 13])
      expect(finite.multiply(finite.sqrt(residue(n)), finite.sqrt(residue(n))).p).toBe(n);
    expect(finite.sqrt(residue(0)).p).toBe(0);
  },

  'finite powers of 4 are exponentials': ({ finiteWithExponents: F, randomFrom }) => {
    expect(['0', '1', '2', '13'].map((n) => F.exp(F.number(n)).p)).toEqual([1, 4, 16, 49985]);
    // tanh 1 is (e² − 1)/(e² + 1), and e² is 16 here.
    expect(F.multiply(F.tanh(F.one), F.number('17')).p).toBe(15);
    const random = randomFrom(3);
    for (let n = 0; n < 100; n++) {
      const [a, b] = [F.draw(random, false, 'ordinary'), F.draw(random, false, 'ordinary')];
      expect(F.exp(F.add(a, b)).p).toBe(F.multiply(F.exp(a), F.exp(b)).p);
      const [s, t] = [F.tanh(a), F.tanh(b)];
      const sum = F.divide(F.add(s, t), F.add(F.one, F.multiply(s, t)));
      expect(F.tanh(F.add(a, b)).p).toBe(sum.p);
      // Half of an exponent is the root of the power.
      expect(F.exp(F.divide(a, F.number('2'))).p).toBe(F.sqrt(F.exp(a)).p);
    }
  },

  'an exponent that is not known is no exponent': ({
    finite,
    finiteWithExponents,
    NotInThisField,
    randomFrom,
  }) => {
    const random = randomFrom(3);
    expect(() => finite.exp(finite.draw(random, false, 'ordinary'))).toThrow(NotInThisField);
    const F = finiteWithExponents;
    const power = F.exp(F.draw(random, false, 'ordinary'));
    expect(() => F.exp(power)).toThrow(NotInThisField);
    for (const operation of [F.log, F.erf]) expect(() => operation(F.one)).toThrow(NotInThisField);
    expect(() => F.less(F.one, F.one)).toThrow(NotInThisField);
  },
};
