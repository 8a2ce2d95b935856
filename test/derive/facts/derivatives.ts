import type { Facts } from '../derive.js';
import { valueOf } from '../lines.js';
import { at } from './evaluate.js';

/** What a derivative in a line gives, on any copy of the checker. */
export const derivativeFacts: Facts = {
  'a derivative is by one entry, through definitions and sums': (of) => {
    const value = (text: string, places = {}): number => valueOf(of, text, at(of), places);
    expect(value('D(a^3, a)')).toBe(27);
    expect(value('D(a^3, b)')).toBe(0);
    expect(value('D(x[1] * x[2], x[2])')).toBe(1);
    expect([value('D(x[i], x[j])', { i: 1, j: 1 }), value('D(x[i], x[j])', { i: 1, j: 2 })]).toEqual([1, 0]);
    expect(value('D(sum(n, k, X[n, k]^2), X[2, 3])')).toBe(12);
    expect(value('D(mu, x[2])')).toBeCloseTo(1 / 3, 15);
    expect(value('D(variance, x[3])')).toBeCloseTo(2, 15);
    expect(value('D(max(k, x[k]^2), x[3])')).toBe(12);
    expect(value('D(max(k, x[k]^2), x[2])')).toBe(0);
    expect(value('D(prod(k, x[k]), x[1])')).toBe(12);
    expect(value('D(a^-2, a)')).toBeCloseTo(-2 / 27, 15);
    expect(value('D(p^(3/2), p)')).toBeCloseTo(3, 15);
    expect(value('D(abs(b) + sqrt(p), b)')).toBe(-1);
    expect(value('D(C * pi * a, a)')).toBeCloseTo(3 * Math.PI, 14);
  },

  'derivatives that are taken at one point do not get into the way of each other': (of) => {
    const point = at(of);
    const value = (text: string): number => valueOf(of, text, point);
    expect([1, 2, 3].map((k) => value(`D(x[1] * x[2]^2, x[${k}])`))).toEqual([4, 4, 0]);
    expect([value('D(a * b, a)'), value('D(a * b, b)'), value('a * b')]).toEqual([-2, 3, -6]);
    expect([value('D(variance, x[1])'), value('variance')]).toEqual([-4 / 3, 14 / 3]);
  },

  'derivatives stand inside each other': (of) => {
    const value = (text: string): number => valueOf(of, text, at(of));
    expect(value('D(D(a^3, a), a)')).toBe(18);
    expect(value('D(D(a^3 * b^2, a), b)')).toBe(-108);
    expect(value('D(D(D(a^4, a), a), a)')).toBe(72);
    expect(value('D(D(x[1]^2 * x[2], x[1]), x[2])')).toBe(2);
    expect(value('D(a * D(a^2, a), a)')).toBe(12);
    expect(value('sum(k, D(D(variance, x[k]), x[k]))')).toBeCloseTo(3 * (2 / 3) * (2 / 3), 14);
  },
};
