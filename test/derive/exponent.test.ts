import { exponentOf } from '../../src/derive/exponent.js';
import type { Operation } from '../../src/derive/expression.js';
import { derive } from './derive.js';

const read = (text: string): number => exponentOf(derive.parse(text) as Operation);

test.each([
  ['a^2', 2],
  ['a^-1', -1],
  ['a^0', 0],
  ['a^0.5', 0.5],
  ['a^(1/2)', 0.5],
  ['a^(-1/2)', -0.5],
  ['a^(3/2)', 1.5],
  ['a^(1 + 1)', 2],
  ['a^(2 * 3 - 1)', 5],
  ['a^64', 64],
  ['a^-64', -64],
  ['a^2.0', 2],
  ['pow(a, -0.5)', -0.5],
])('the exponent of %s is %d', (text, exponent) => {
  expect(read(text)).toBe(exponent);
});

test.each([
  'a^b',
  'a^(1/3)',
  'a^0.3',
  'a^(1/0)',
  'a^(0/0)',
  'a^2^2',
  'a^sqrt(4)',
  'a^pi',
  'a^2.000000000000000000001',
  'a^0.50000000000000000001',
])('%s has no exponent that can be computed', (text) => {
  expect(() => read(text)).toThrow(': an exponent is a whole number or a half, such as 2, -1 or 1/2.');
});

test.each(['a^65', 'a^-64.5', 'a^1000000000'])('%s is out of proportion', (text) => {
  expect(() => read(text)).toThrow('exponents up to 64 are computed.');
});
