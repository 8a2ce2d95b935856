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

test('what is too long is told how long it may be', () => {
  const lacks = (maxNodes: number | undefined): string =>
    whatFormLacks(parse('a + b * c'), { ...line('a'), maxNodes });
  expect(lacks(4)).toBe(
    'True, but long: 5 numbers, names and signs, where at most 4 are asked. Write it shorter.',
  );
  expect([lacks(5), lacks(undefined)]).toEqual(['', '']);
});
