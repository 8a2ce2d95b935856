import { line } from '../../src/derive/derivation.js';
import { whatFormLacks } from '../../src/derive/form.js';
import { derive } from './derive.js';

const { parse } = derive;

test('what is forbidden is found by name, function, sum and sign', () => {
  const lacks = (text: string, ...forbid: string[]): string =>
    whatFormLacks(parse(text), line('', '', { forbid }));
  expect(lacks('D(L, x[j]) + sqrt(a)', 'D', 'L')).toBe(
    'True, but it still contains D and L: one step further.',
  );
  expect(lacks('sqrt(a)', 'sqrt')).toBe('True, but it still contains sqrt: one step further.');
  expect(lacks('sum(k, x[k])', 'sum', 'mean')).toBe('True, but it still contains sum: one step further.');
  expect(lacks('eye(i, j)', 'eye')).toBe('True, but it still contains eye: one step further.');
  expect(lacks('x[j] + Dx', 'D', 'eye', 'sum')).toBe('');
});

test('a mean or sum of one name is found, however many times it is taken', () => {
  const lacks = (text: string): string =>
    whatFormLacks(parse(text), line('', '', { forbid: ['mean(c)', 'sum(c)'] }));
  const still = (what: string): string => `True, but it still contains ${what}: one step further.`;
  expect(lacks('x[j] - 17 * mean(k, c[k])')).toBe(still('mean(c)'));
  expect(lacks('x[j] - mean(k, -2 * c[k] / C)')).toBe(still('mean(c)'));
  expect(lacks('sum(k, c[k]) / C')).toBe(still('sum(c)'));
  for (const other of [
    'mean(k, 2 * c[k] * eye(k, j))',
    'mean(k, c[k]^2)',
    'mean(k, c[k] * c[k])',
    'mean(k, x[k])',
    'c[j]',
  ])
    expect([other, lacks(other)]).toEqual([other, '']);
});

test('what is too long is told how long it may be', () => {
  const lacks = (maxNodes: number | undefined): string =>
    whatFormLacks(parse('a + b * c'), { ...line('a'), maxNodes });
  expect(lacks(4)).toBe(
    'True, but long: 5 numbers, names and signs, where at most 4 are asked. Write it shorter.',
  );
  expect([lacks(5), lacks(undefined)]).toEqual(['', '']);
});
