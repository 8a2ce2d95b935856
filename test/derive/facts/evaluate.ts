import type { Field } from '../../../src/derive/fields/field.js';
import type { Point } from '../../../src/derive/point.js';
import type { Derive, Facts } from '../derive.js';
import { letters, pointIn, valueOf } from '../lines.js';

const sizes = { N: 2, C: 3 };

/** A point in float64 with numbers that one can follow; what is not named is 1. */
function numbersAt(of: Derive, given: Readonly<Record<string, readonly number[]>>): Point<number> {
  const alphabet = of.alphabetOf(letters);
  const values = new Map(
    [...alphabet.variables.keys()].map((name) => [name, [1]] as [string, readonly number[]]),
  );
  for (const [name, entries] of Object.entries({ pi: [Math.PI], ...given })) values.set(name, entries);
  return of.pointAt(of.float64, alphabet, sizes, values);
}

/** x = (1, 2, 6), y = (2, −1, ½), X = (1 2 3; 4 5 6), a = 3, b = −2, p = 4, ε = ¼. */
export const at = (of: Derive): Point<number> =>
  numbersAt(of, {
    x: [1, 2, 6],
    y: [2, -1, 0.5],
    t: [10, 20],
    X: [1, 2, 3, 4, 5, 6],
    A: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    a: [3],
    b: [-2],
    p: [4],
    eps: [0.25],
  });

/** What evaluating a line gives, on any copy of the checker. */
export const evaluateFacts: Facts = {
  'signs, powers and functions compute what they say': (of) => {
    const value = (text: string): number => valueOf(of, text, at(of));
    expect(value('a - b * a')).toBe(9);
    expect(value('a / b')).toBe(-1.5);
    expect(value('-a^2')).toBe(-9);
    expect(value('b^3 + b^0')).toBe(-7);
    expect(value('b^-2')).toBe(0.25);
    expect(value('p^0.5 + p^(3/2) + p^(-1/2)')).toBe(2 + 8 + 0.5);
    expect(value('sqrt(p) + abs(b)')).toBe(4);
    expect(value('a^7')).toBe(2187);
    expect(value('exp(log(a)) - tanh(0) - erf(0)')).toBeCloseTo(3, 14);
    expect(value('C + 10 * N')).toBe(23);
    expect(value('pi')).toBe(Math.PI);
  },

  'sums, means, products and maxima run over their letters': (of) => {
    const value = (text: string): number => valueOf(of, text, at(of));
    expect(value('sum(k, x[k])')).toBe(9);
    expect(value('mean(k, x[k])')).toBe(3);
    expect(value('prod(k, x[k])')).toBe(12);
    expect(value('max(k, -x[k])')).toBe(-1);
    expect(value('max(k, x[k])')).toBe(6);
    expect(value('sum(n, k, X[n, k])')).toBe(21);
    expect(value('mean(n, k, X[n, k])')).toBe(3.5);
    expect(value('sum(k, 1)')).toBe(3);
    expect(value('sum(k, x[k] * sum(l, y[l] * x[k]))')).toBe(41 * 1.5);
  },

  'entries stand row by row, and places count from 1': (of) => {
    const value = (text: string, places = {}): number => valueOf(of, text, at(of), places);
    expect([value('X[1, 3]'), value('X[2, 1]'), value('x[3]')]).toEqual([3, 4, 6]);
    expect(value('X[n, i]', { n: 1, i: 2 })).toBe(6);
    expect(value('sum(n, X[n, 2] * t[n])')).toBe(2 * 10 + 5 * 20);
    expect(value('sum(k, A[1, k]) - sum(k, A[k, 1])')).toBe(6 - 12);
  },

  'eye is 1 where both indices are one place': (of) => {
    const value = (text: string, places = {}): number => valueOf(of, text, at(of), places);
    expect([value('eye(i, j)', { i: 1, j: 1 }), value('eye(i, j)', { i: 1, j: 0 })]).toEqual([1, 0]);
    expect([value('eye(2, 2)'), value('eye(1, 2)'), value('eye(i, 2)', { i: 1 })]).toEqual([1, 0, 1]);
    expect(value('sum(i, x[i] * eye(i, 3))')).toBe(6);
  },

  'a letter that runs hides the place it has outside': (of) => {
    expect(valueOf(of, 'x[j] - mean(j, x[j])', at(of), { j: 2 })).toBe(3);
    expect(valueOf(of, 'mean(j, x[j]) - x[j]', at(of), { j: 2 })).toBe(-3);
  },

  'definitions are read with their own letters': (of) => {
    const value = (text: string, places = {}): number => valueOf(of, text, at(of), places);
    expect(value('mu')).toBe(3);
    expect(value('variance')).toBe(14 / 3);
    expect([value('c[1]'), value('c[3]'), value('c[j]', { j: 1, i: 0, k: 0 })]).toEqual([-2, 3, -1]);
    expect(value('xhat[3]^2 * (variance + eps)')).toBeCloseTo(9, 14);
  },

  'one line means the same in every field': (of) => {
    const text = 'sum(k, (x[k] - mu)^2 * y[k]) / (C * p) - D(a^2 * mu, a)';
    const numbers = { x: ['1', '2', '6'], y: ['2', '-1', '0.5'], a: ['3'], p: ['4'] };
    // (4·2 + 1·(−1) + 9·0.5)/12 − 6·3
    const want = '-17.0416666666666666666666666666666666666666666666666666666666666667';
    const inField = <T>(field: Field<T>): T => {
      const alphabet = of.alphabetOf(letters);
      const given = Object.entries(numbers).map(([name, all]) => [name, all.map(field.number)] as const);
      return valueOf(of, text, of.pointAt(field, alphabet, sizes, new Map(given)));
    };
    expect(inField(of.float64)).toBeCloseTo(Number(want), 14);
    const D = of.decimals(64);
    expect(D.toNumber(D.abs(D.subtract(inField(D), D.number(want))))).toBeLessThan(1e-62);
    // −17.0416… is −409/24.
    expect(of.finite.multiply(inField(of.finite), of.finite.number('24')).p).toBe(of.P - 409);
    expect(of.finiteWithExponents.multiply(inField(of.finiteWithExponents), of.finite.number('-24'))).toEqual(
      { p: 409, q: 409 },
    );
    expect(inField(of.dual(of.float64)).slope).toBe(0);
    expect(valueOf(of, 'x[1]^2 / a', pointIn(of, of.degrees))).toEqual({ over: 2, under: 1 });
  },

  'where there is no value, that is said': (of) => {
    for (const text of [
      '1 / (a - a)',
      'sqrt(b)',
      'log(b)',
      'b^0.5',
      '(a - 3)^-1',
      'D(sqrt(a - 3), a)',
      'D(abs(a - 3), a)',
    ])
      expect(() => valueOf(of, text, at(of))).toThrow(of.OutsideDomain);
    for (const text of ['log(a)', 'erf(a)', 'max(k, x[k])', 'exp(a)'])
      expect(() => valueOf(of, text, pointIn(of, of.finite))).toThrow(of.NotInThisField);
  },
};
