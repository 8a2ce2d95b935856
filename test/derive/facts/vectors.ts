import type { Derive, Facts } from '../derive.js';
import { letters } from '../lines.js';

const read = (of: Derive, text: string, ...free: string[]): string =>
  of.print(of.withIndices(of.parse(text), of.alphabetOf(letters), free));

/** What a line without indices means, on any copy of the checker. */
export const vectorFacts: Facts = {
  'a bare vector takes the free letter of its length, a matrix its letters in their order': (of) => {
    expect(read(of, 'x - y * xhat', 'j')).toBe('x[j] - y[j] * xhat[j]');
    expect(read(of, 't', 'j', 'n')).toBe('t[n]');
    expect(read(of, 'X + x + t', 'm', 'j')).toBe('X[m, j] + x[j] + t[m]');
    expect([read(of, 'A', 'i', 'j'), read(of, 'A', 'l', 'k')]).toEqual(['A[i, j]', 'A[l, k]']);
  },

  'numbers, lengths and written indices stay as they are': (of) => {
    expect(read(of, 'a * mu + C * pi', 'j')).toBe('a * mu + C * pi');
    expect(read(of, 'x[k] + y[1]', 'j')).toBe('x[k] + y[1]');
  },

  'a name as it is typeset is the name itself': (of) => {
    expect(read(of, 'r * x', 'j')).toBe('rstd * x[j]');
  },

  'a sum or mean runs over a letter of its own': (of) => {
    expect(read(of, 'x - mean(x)', 'j')).toBe('x[j] - mean(i, x[i])');
    expect(read(of, 'mean(x) * sum(y)')).toBe('mean(i, x[i]) * sum(i, y[i])');
    expect(read(of, 'max(x) + prod(y)', 'i')).toBe('max(j, x[j]) + prod(j, y[j])');
    expect(read(of, 'mean(a * x * xhat)')).toBe('mean(i, a * x[i] * xhat[i])');
  },

  'a sum over a letter that is not there runs over one that is': (of) => {
    expect(read(of, 'sum(s, x[s])')).toBe('sum(i, x[i])');
    expect(read(of, 'x[i] - sum(s, y[s] * r)', 'i')).toBe('x[i] - sum(j, y[j] * rstd)');
    expect(read(of, 'sum(s, x[s]) * mean(s, t[s])')).toBe('sum(i, x[i]) * mean(n, t[n])');
    expect(read(of, 'x - sum(s, y[s])', 'i')).toBe('x[i] - sum(j, y[j])');
    expect(read(of, 'sum(s, x[s] * sum(u, y[u]))')).toBe('sum(i, x[i] * sum(j, y[j]))');
  },

  'a letter that is used for two lengths, or is the name of something, stays': (of) => {
    expect(read(of, 'sum(s, x[s] * t[s])')).toBe('sum(s, x[s] * t[s])');
    expect(read(of, 'sum(y, x[y])')).toBe('sum(y, x[y])');
  },

  'inside of a sum a mean runs over another letter': (of) => {
    expect(read(of, 'sum(x * mean(y * x))')).toBe('sum(i, x[i] * mean(j, y[j] * x[j]))');
    expect(read(of, 'mean((x - mean(x))^2)')).toBe('mean(i, (x[i] - mean(j, x[j]))^2)');
  },

  'without an axis a sum runs over all of them': (of) => {
    expect(read(of, 'sum(X)')).toBe('sum(n, i, X[n, i])');
    expect(read(of, 'sum(X * x)')).toBe('sum(n, i, X[n, i] * x[i])');
    expect(read(of, 'sum(A)')).toBe('sum(i, j, A[i, j])');
  },

  'one axis goes, the others take the free letters': (of) => {
    expect(read(of, 'sum(X, axis=0)', 'j')).toBe('sum(n, X[n, j])');
    expect(read(of, 'mean(X * x, axis=1)', 'm')).toBe('mean(i, X[m, i] * x[i])');
    expect(read(of, 'mean(X, axis=-1)', 'm')).toBe('mean(i, X[m, i])');
    expect(read(of, 'mean(X, axis=-2)', 'j')).toBe('mean(n, X[n, j])');
    expect(read(of, 'X - mean(X, axis=1, keepdims=True)', 'm', 'j')).toBe('X[m, j] - mean(i, X[m, i])');
  },

  'an axis is counted in what is left inside': (of) => {
    expect(read(of, 'sum(mean(X, axis=0))')).toBe('sum(i, mean(n, X[n, i]))');
    expect(read(of, 'sum(mean(X, axis=1), axis=0)')).toBe('sum(n, mean(i, X[n, i]))');
    expect(read(of, 'sum(mean(X) * x)')).toBe('sum(i, mean(n, j, X[n, j]) * x[i])');
    expect(read(of, 'sum(mean(X, axis=-1) * t)')).toBe('sum(n, mean(i, X[n, i]) * t[n])');
  },

  'a sum over a written letter leaves bare vectors to the free letter': (of) => {
    expect(read(of, 'sum(k, y[k] * x)', 'j')).toBe('sum(k, y[k] * x[j])');
  },

  'a new letter is never one that stands in the line': (of) => {
    expect(read(of, 'mean(x * y[i])', 'j')).toBe('mean(k, x[k] * y[i])');
    expect(read(of, 'mean(x) * sum(i, k, A[i, k])', 'j')).toBe('mean(l, x[l]) * sum(i, k, A[i, k])');
    expect(read(of, 'mean(x * eye(i, j))', 'j')).toBe('mean(k, x[k] * eye(i, j))');
    expect(read(of, 'mean(x * D(L, y[i]))', 'j')).toBe('mean(k, x[k] * D(L, y[i]))');
  },

  'where the letters run out there are spare ones': (of) => {
    expect(read(of, 'mean(x * mean(x * mean(x * mean(x))))', 'j')).toBe(
      'mean(i, x[i] * mean(k, x[k] * mean(l, x[l] * mean(c1, x[c1]))))',
    );
    const beside = Array.from({ length: 20 }, () => 'mean(x)').join(' + ');
    expect(read(of, beside, 'j')).toBe(beside.replaceAll('mean(x)', 'mean(i, x[i])'));
  },

  'a derivative by a bare variable is by its free entry': (of) => {
    expect(read(of, 'D(L, x)', 'j')).toBe('D(L, x[j])');
    expect(read(of, 'sum(D(L, x) * x)')).toBe('sum(i, D(L, x[i]) * x[i])');
  },

  'a sum of a number over a letter is no axis': (of) => {
    expect(read(of, 'sum(i, 1)', 'j')).toBe('sum(i, 1)');
    expect(read(of, 'mean(k, 12) + sum(n, -1)')).toBe('mean(k, 12) + sum(n, -1)');
    expect(read(of, 'sum(i, k, 1)')).toBe('sum(i, k, 1)');
  },
};
