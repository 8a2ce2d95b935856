import type { Facts } from '../derive.js';
import { compared, kind, kinds, letters } from '../lines.js';

/** Whether lines follow, and what says so, on any copy of the checker. */
export const compareFacts: Facts = {
  'the same text is identical, however it is spelled': (of) => {
    expect(kinds(of, 'a + b', 'a + b')).toEqual(['identical']);
    expect(kinds(of, 'a^2', 'a**2;')).toEqual(['identical']);
    expect(kinds(of, 'x[j] - mean(i, x[i])', 'x - mean(x)')).toEqual(['identical']);
  },

  'what is equal as a polynomial or a quotient of them is equal exactly': (of) => {
    expect(kinds(of, '(a + b)^2', 'a^2 + 2 * a * b + b^2')).toEqual(['exact']);
    expect(kinds(of, '1 / a - 1 / b', '(b - a) / (a * b)')).toEqual(['exact']);
    expect(kinds(of, 'mean(k, (x[k] - mu)^2)', 'mean(k, x[k]^2) - mu^2')).toEqual(['exact']);
    expect(kinds(of, 'C', 'sum(i, 1)')).toEqual(['exact']);
    expect(kinds(of, 'sum(k, w[k] * a)', 'a')).toEqual(['exact']);
    expect(kinds(of, 'mean(k, h[k])', '0')).toEqual(['exact']);
    expect(kinds(of, 'z / z', '1')).toEqual(['exact']);
    expect(kinds(of, '1e-50 * a / 1e-50', 'a')).toEqual(['exact']);
  },

  'roots, exponentials and hyperbolic tangents are exact as well': (of) => {
    expect(kinds(of, 'sqrt(p) * sqrt(q)', 'sqrt(p * q)')).toEqual(['exact']);
    expect(kinds(of, 'p^(1/2)', 'p / sqrt(p)')).toEqual(['exact']);
    expect(kinds(of, 'exp(a + b)', 'exp(a) * exp(b)')).toEqual(['exact']);
    expect(kinds(of, 'D(tanh(a), a)', '1 - tanh(a)^2')).toEqual(['exact']);
    expect(kinds(of, 'D(L, x[j])', 'rstd * (y - mean(y) - xhat * mean(y * xhat))')).toEqual(['exact']);
    expect(kinds(of, 'pi * sqrt(pi)', 'pi^(3/2)')).toEqual(['exact']);
  },

  'logarithms, error functions and maxima are compared to 64 digits': (of) => {
    expect(kinds(of, 'log(p * q)', 'log(p) + log(q)')).toEqual(['numeric']);
    expect(kinds(of, 'D(erf(a), a)', '2 / sqrt(pi) * exp(-a^2)')).toEqual(['numeric']);
    expect(kinds(of, 'max(k, x[k] + a)', 'max(k, x[k]) + a')).toEqual(['numeric']);
    expect(kinds(of, 'log(p * q)', 'log(p) + log(q) + 1e-20')).toEqual(['fail']);
    expect(kinds(of, 'D(erf(a), a)', '2 / sqrt(3.14159265358979) * exp(-a^2)')).toEqual(['fail']);
    expect(kinds(of, 'max(k, x[k] * a)', 'max(k, x[k]) * a')).toEqual(['fail']);
    expect(kinds(of, 'log(p) * x[j]', 'log(p) * x[1]')).toEqual(['fail']);
  },

  'what differs is refused': (of) => {
    expect(kinds(of, '(a + b)^2', 'a^2 + b^2')).toEqual(['fail']);
    expect(kinds(of, 'mean(k, x[k])', 'sum(k, x[k])')).toEqual(['fail']);
    expect(kinds(of, 'exp(a * b)', 'exp(a) * exp(b)')).toEqual(['fail']);
    expect(kinds(of, 'D(L, x[j])', 'rstd * (y + mean(y) - xhat * mean(y * xhat))')).toEqual(['fail']);
    expect(kinds(of, 'pi', '3.14159265358979323846264338327950288419716939937510582097494459')).toEqual([
      'fail',
    ]);
    expect(kinds(of, 'sum(n, k, X[n, k])', 'C * sum(n, X[n, 1])', { letters })).toEqual(['fail']);
  },

  'a root hides no sign: √(a²) is |a|, and a only where a is positive': (of) => {
    expect(kinds(of, 'sqrt(a^2)', 'a')).toEqual(['fail']);
    expect(kinds(of, 'sqrt(p^2)', 'p')).toEqual(['exact']);
    expect(kinds(of, 'sqrt(a^2)', 'abs(a)')).toEqual(['exact']);
    expect(kinds(of, 'abs(a)', 'a')).toEqual(['fail']);
    expect(kinds(of, 'abs(p)', 'p')).toEqual(['exact']);
    expect(kinds(of, 'abs(z)', 'z')).toEqual(['fail']);
    expect(kinds(of, 'sqrt(a^2 * p)', 'a * sqrt(p)')).toEqual(['fail']);
    expect(kinds(of, 'abs(a * b)', 'abs(a) * abs(b)')).toEqual(['exact']);
    expect(kinds(of, '(a^2)^(3/2)', 'a^3')).toEqual(['fail']);
    expect(kinds(of, 'D(abs(a), a)', 'a / abs(a)')).toEqual(['exact']);
  },

  'where the finite field disputes a root, 200 digits decide': (of) => {
    expect(kinds(of, 'sqrt((p + eps)^2)', 'p + eps')).toEqual(['numeric']);
    expect(kinds(of, 'abs(a^2 + b^2)', 'a^2 + b^2')).toEqual(['numeric']);
    expect(kinds(of, 'sqrt((a^2 + 2)^2 / 3)', '(a^2 + 2) / sqrt(3)')).toEqual(['numeric']);
    expect(kinds(of, 'sqrt((a + b)^2)', 'a + b')).toEqual(['fail']);
    expect(kinds(of, 'sqrt((p + eps)^2)', 'p + eps + 1e-90')).toEqual(['fail']);
  },

  'the smallest constant counts': (of) => {
    expect(kinds(of, '1 / sqrt(p + 1e-50)', '1 / sqrt(p)')).toEqual(['fail']);
    expect(kinds(of, '1 / (p + 1e-50)', '1 / p')).toEqual(['fail']);
    expect(kinds(of, '1 / sqrt(p + 1e-12)', '1 / sqrt(p)')).toEqual(['fail']);
    expect(kinds(of, '1 / sqrt(p + 1e-12)', '1 / (sqrt(p) + 1e-12)')).toEqual(['fail']);
    expect(kinds(of, 'tanh(a + 0.044715 * a^3)', 'tanh(a + 0.04471 * a^3)')).toEqual(['fail']);
    expect(kinds(of, 'sqrt(p + 1e-90)', 'sqrt(p)')).toEqual(['fail']);
    expect(kinds(of, 'a + 1e-100 * 1e-100', 'a')).toEqual(['fail']);
    expect(kinds(of, 'a + 1e-50 * pi', 'a + 1e-50 * 3')).toEqual(['fail']);
  },

  'a line has to be right at every size': (of) => {
    // At C = 2 the deviations are ±d, so that their squares are equal.
    expect(kinds(of, 'c[1]^2', 'variance')).toEqual(['fail']);
    expect(kinds(of, 'C', '2')).toEqual(['fail']);
    expect(kinds(of, 'a * (C - 2)', '0')).toEqual(['fail']);
    expect(kinds(of, 'a * (C - 2) * (C - 3) * (C - 5)', '0')).toEqual(['exact']);
    expect(kinds(of, 'N', 'C', { letters })).toEqual(['fail']);
    expect(kinds(of, 'sum(n, k, X[n, k]) / N', 'sum(n, k, X[n, k]) / C', { letters })).toEqual(['fail']);
  },

  'a line without a value anywhere decides nothing': (of) => {
    for (const nowhere of ['a / (C - C)', 'log(-p)', '(a - a)^-1', 'exp(exp(exp(exp(9 + p))))'])
      expect([nowhere, kind(of, 'a', nowhere)]).toEqual([nowhere, 'inconclusive']);
    expect(kind(of, 'log(-p)', 'log(-p) + 1')).toBe('inconclusive');
    expect(kind(of, 'a', 'sqrt(-1 - a^2)')).toBe('inconclusive');
    expect(kind(of, 'a', 'log(-p)', '<=')).toBe('inconclusive');
  },

  'a line that has a value at some points only is compared there': (of) => {
    expect(kinds(of, 'log(a)', 'log(a^2) / 2')).toEqual(['numeric']);
    expect(kinds(of, 'log(a)', 'log(a^2)')).toEqual(['fail']);
    expect(kinds(of, 'sqrt(a) * sqrt(a)', 'a')).toEqual(['exact']);
  },

  'numbers far beyond float64 are compared by their ratio': (of) => {
    expect(kinds(of, 'exp(3 * exp(exp(a)))', 'exp(exp(exp(a)))^3')).toEqual(['numeric']);
    expect(kinds(of, 'exp(3 * exp(exp(p)))', 'exp(exp(exp(p)))^2')).toEqual(['fail']);
  },

  'a verdict tells at how many points, how surely, and how close': (of) => {
    const plain = compared(of, '(a + b)^2', 'a^2 + 2 * a * b + b^2');
    expect(plain.bounds.map(({ sizes }) => sizes)).toEqual([{ C: 2 }, { C: 3 }, { C: 5 }]);
    // A point of a field of 2²⁶ elements is worth 26 bits, but for the degree, which is 2: 5 · 25.
    expect(plain.bounds.map(({ points, bits }) => [points, bits])).toEqual([
      [5, 124],
      [5, 124],
      [5, 124],
    ]);
    expect(plain).toMatchObject({ signs: 0, counterExample: undefined, points: 3 });
    // 64 digits but for those that a sum near 0 loses.
    expect(plain.error).toBeLessThan(1e-55);
    const numeric = compared(of, 'log(p * q)', 'log(p) + log(q)');
    expect(numeric).toMatchObject({ bounds: [], points: 24 });
    expect(numeric.error).toBeLessThan(1e-55);
    expect(numeric.error).toBeGreaterThan(0);
    const tested = compared(of, 'sum(k, x[k])^2', 'C * sum(k, x[k]^2)', { relation: '<=' });
    expect(tested).toMatchObject({ bounds: [], points: 3 * 420 });
  },
};
