import { countRoots, hiddenSigns, radicandsOf } from '../../src/derive/signs.js';
import type { Expr } from '../../src/derive/expression.js';
import { derive } from './derive.js';
import { rowLetters } from './lines.js';

const { alphabetOf, parse, print } = derive;
const alphabet = alphabetOf(rowLetters);
const radicands = (before: string, after = '0'): Expr[] =>
  radicandsOf({
    before: parse(before),
    after: parse(after),
    alphabet,
    relation: '=',
    free: [],
    patience: 100,
  });

test('radicands are found in both lines, in what their names stand for, and under absolute values', () => {
  expect(radicands('sqrt(a) + p^(3/2)', 'rstd * abs(b) * q^2').map(print)).toEqual([
    'a',
    'p',
    'variance + eps',
    'b * b',
  ]);
  expect(radicands('sqrt(a) * sqrt(a)', 'a^0.5')).toHaveLength(1);
  expect(radicands('a^2 / exp(b)')).toEqual([]);
});

test('a root is counted at each of its places', () => {
  expect(countRoots(radicands('sum(k, sqrt(x[k]^2 + eps)) * rstd'), alphabet, { C: 5 })).toBe(6);
  expect(countRoots([], alphabet, { C: 5 })).toBe(0);
});

test.each([
  ['a * b', '0', 0],
  ['sqrt(a)', '0', 0],
  ['rstd', '0', 0],
  ['sqrt(a) * sqrt(b)', '0', 0],
  ['sqrt(a) * sqrt(b)', 'sqrt(a * b)', 1],
  ['sqrt(a^2)', 'a', 1],
  ['abs(a)', 'a', 1],
  ['sqrt(p)', '0', 1],
  ['sqrt(a) * sqrt(a^2 * b)', '0', 0],
  ['sqrt(b) * sqrt(a^2 * b)', '0', 1],
  ['abs(a) * abs(b)', '0', 2],
  ['abs(a) * abs(b)', 'abs(a * b)', 3],
  ['abs(a) * abs(b) * abs(mu) * abs(x[1])', '0', 4],
  ['sum(k, abs(x[k]))', '0', 3],
  ['sqrt(exp(a))', '0', 1],
  ['sqrt(a - a)', '0', 1],
])('%s = %s hides %d signs at C = 3', (before, after, signs) => {
  expect(hiddenSigns(radicands(before, after), alphabet, { C: 3 })).toBe(signs);
});

test('there are more at larger sizes', () => {
  const all = radicands('sum(k, abs(x[k]))');
  expect([2, 3, 5].map((C) => hiddenSigns(all, alphabet, { C }))).toEqual([2, 3, 5]);
});

test('where a radicand cannot be computed in the field, each root may hide a sign', () => {
  expect(hiddenSigns(radicands('sqrt(log(a)) + sqrt(b)'), alphabet, { C: 3 })).toBe(2);
});
