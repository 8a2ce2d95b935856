import { lettersIn, withLettersOf } from '../../src/derive/bound-letters.js';
import { parse } from '../../src/derive/parse.js';
import { print } from '../../src/derive/print.js';
import { alphabetOf } from '../../src/derive/read-letters.js';
import { letters } from './lines.js';

const alphabet = alphabetOf(letters);
const known = (text: string, ...free: string[]): string => print(withLettersOf(alphabet, parse(text), free));

test('the letters of a line are its indices and what its sums run over', () => {
  expect([...lettersIn(parse('x[a] + sum(b, c, 1) * eye(d, 2)'))]).toEqual(['a', 'b', 'c', 'd', '2']);
});

test('a letter of a sum alone becomes one of the length it is used for', () => {
  expect(known('sum(s, x[s])')).toBe('sum(i, x[i])');
  expect(known('sum(s, u, X[s, u])')).toBe('sum(n, i, X[n, i])');
  expect(known('mean(constructor, x[constructor])')).toBe('mean(i, x[i])');
});

test('it is none that is written in the line, or free in the line before', () => {
  expect(known('sum(s, x[s] * y[j])', 'i', 'j')).toBe('sum(k, x[k] * y[j])');
  expect(known('sum(s, x[s] * sum(u, y[u]))')).toBe('sum(i, x[i] * sum(j, y[j]))');
});

test('beside another letter in eye it has the length of that one', () => {
  expect(known('sum(s, eye(s, i))', 'i')).toBe('sum(j, eye(j, i))');
});

test('a name that is typeset otherwise is the same name', () => {
  const batch = alphabetOf({
    sizes: { N: [2] },
    indices: { n: 'N' },
    variables: { rstd: 'N' },
    tex: { rstd: 'r' },
  });
  expect(print(withLettersOf(batch, parse('sum(s, r[s])'), []))).toBe('sum(n, r[n])');
});

test('what is used for no length, or for two, or stands for something else, stays', () => {
  expect(known('sum(s, x[i])', 'i')).toBe('sum(s, x[i])');
  expect(known('sum(s, x[s] * t[s])')).toBe('sum(s, x[s] * t[s])');
  expect(known('sum(C, x[C])')).toBe('sum(C, x[C])');
  expect(known('sum(y, x[y])')).toBe('sum(y, x[y])');
  expect(known('x[s]')).toBe('x[s]');
});

test('letters that are there stay as they are', () => {
  expect(known('sum(k, x[k] * sum(l, y[l]))', 'i')).toBe('sum(k, x[k] * sum(l, y[l]))');
});
