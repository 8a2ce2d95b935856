import type { Derive, Facts } from '../derive.js';
import { letters } from '../lines.js';

const told = (of: Derive, text: string, ...free: string[]): string => {
  try {
    of.requireFitting(of.parse(text), of.alphabetOf(letters), free);
    return 'fits';
  } catch (error) {
    return (error as Error).message;
  }
};
const free = (of: Derive, text: string): string[] => of.freeLetters(of.parse(text), of.alphabetOf(letters));

/** Which indices fit, on any copy of the checker. */
export const shapeFacts: Facts = {
  'the free letters of a line are those that no sum runs over, each once, sorted': (of) => {
    expect(free(of, 'x[j] * y[i] + x[i]')).toEqual(['i', 'j']);
    expect(free(of, 'sum(k, A[k, j] * x[k])')).toEqual(['j']);
    expect(free(of, 'D(xhat[i], x[j]) * eye(k, l)')).toEqual(['i', 'j', 'k', 'l']);
    expect(free(of, 'sum(k, x[k]) * x[1] + eye(1, 2) + mu')).toEqual([]);
  },

  'a letter may be free outside of the sum that runs over it': (of) => {
    expect(free(of, 'x[j] - mean(j, x[j])')).toEqual(['j']);
    expect(free(of, 'x[j] - mean(k, x[k]) * sum(k, y[k])')).toEqual(['j']);
  },

  'no letter may be free but those of the line before': (of) => {
    expect(told(of, 'x[j]', 'j', 'k')).toBe('fits');
    expect(told(of, 'mu', 'j')).toBe('fits');
    expect(told(of, 'x[i] * 2', 'j', 'k')).toBe(
      'No sum runs over the index i in "x[i]" (left over in the line before: j, k). Sum over it, or take another letter.',
    );
    expect(told(of, 'a + x[i]')).toBe(
      'No sum runs over the index i in "x[i]" (the line before has none left either: it is a single number). Sum over it, or take another letter.',
    );
    expect(told(of, 'sum(i, x[i]) + eye(i, j)', 'j')).toMatch(
      /^No sum runs over the index i in "eye\(i, j\)"/,
    );
    expect(told(of, 'D(L, x[i])')).toMatch(/^No sum runs over the index i in "x\[i\]"/);
    expect(told(of, 'sum(i, x[i] * y[k])')).toMatch(/^No sum runs over the index k in "y\[k\]"/);
  },

  'a name has to be there': (of) => {
    expect(told(of, 'beta')).toMatch(
      /^"beta": there is no beta here\. There are N, C, x, .*, variance, rstd, xhat, L\.$/,
    );
    expect(told(of, 'constructor')).toMatch(/^"constructor": there is no constructor here\./);
    expect(told(of, 'C[i]')).toBe('"C[i]": C is a length, a single number without an index.');
  },

  'a name needs as many indices as it has axes': (of) => {
    expect(told(of, 'x')).toBe('"x": x has one index (C), got 0. Write it, as in x[i].');
    expect(told(of, 'x[1, 2]')).toBe('"x[1, 2]": x has one index (C), got 2. Write it, as in x[i].');
    expect(told(of, 'X[1]')).toBe('"X[1]": X has 2 indices (N, C), got 1. Write all of them, as in X[n, i].');
    expect(told(of, 'rstd[1]')).toBe('"rstd[1]": rstd has no index, got 1.');
    expect(told(of, 'xhat')).toBe('"xhat": xhat has one index (C), got 0. Write it, as in xhat[i].');
  },

  'an index runs over the length of its axis': (of) => {
    expect(told(of, 'x[n]')).toBe(
      '"x[n]": n runs over N, but this axis has length C. Its letters are i, j, k, l.',
    );
    expect(told(of, 'X[i, n]')).toBe(
      '"X[i, n]": i runs over C, but this axis has length N. Its letters are n, m.',
    );
    expect(told(of, 'x[s]')).toBe('"x[s]": s is no index. There are i, j, k, l.');
    expect(told(of, 'x[constructor]')).toMatch(/^"x\[constructor\]": constructor is no index\./);
    expect(told(of, 'i')).toBe('"i": i is an index, not a number.');
  },

  'a place is there at every size that is tested': (of) => {
    expect(told(of, 'x[2] + X[2, 2]')).toBe('fits');
    expect(told(of, 'x[3]')).toBe('"x[3]": place 3 is not always there; C can be as small as 2.');
  },

  'no letter runs twice at once': (of) => {
    expect(told(of, 'sum(i, x[i] * sum(i, y[i]))')).toBe(
      '"sum(i, y[i])": the index i already runs in a sum around it. Take another letter.',
    );
    expect(told(of, 'sum(i, i, x[i])')).toBe(
      '"sum(i, i, x[i])": the index i already runs in a sum around it. Take another letter.',
    );
    expect(told(of, 'sum(i, x[i]) * sum(i, y[i])')).toBe('fits');
  },

  'a sum runs over an index': (of) => {
    expect(told(of, 'sum(s, x[s])')).toBe(
      '"sum(s, x[s])": s is no index. Write sum(n, …), or sum(…) of vectors without indices.',
    );
  },

  'eye takes two letters over one length': (of) => {
    expect(told(of, 'eye(i, n)', 'i', 'n')).toBe('"eye(i, n)": i runs over C, n over N.');
    expect(told(of, 'eye(i, s)', 'i')).toBe('"eye(i, s)": s is no index.');
    expect(told(of, 'eye(1, i)', 'i')).toBe('fits');
  },

  'a derivative is taken by a variable': (of) => {
    const by = 'a derivative is taken by one of x, y, t, X, A, a, b, p, q, eps, z, w, h';
    expect(told(of, 'D(L, xhat[1])')).toBe(`"D(L, xhat[1])": ${by}; xhat is made of them.`);
    expect(told(of, 'D(L, C)')).toBe(`"D(L, C)": ${by}; C is none of them.`);
    expect(told(of, 'D(L, nothing)')).toBe(`"D(L, nothing)": ${by}; nothing is none of them.`);
    expect(told(of, 'D(L, pi)')).toBe(`"D(L, pi)": ${by}; pi is none of them.`);
    expect(told(of, 'D(L, x)')).toBe('"x": x has one index (C), got 0. Write it, as in x[i].');
  },

  'an exponent is a number': (of) => {
    expect(told(of, 'a^C')).toBe('"a^C": an exponent is a whole number or a half, such as 2, -1 or 1/2.');
    expect(told(of, 'sum(k, x[k]^x[k])')).toMatch(/^"x\[k\]\^x\[k\]": an exponent is/);
  },
};
