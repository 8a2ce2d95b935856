import { formatArray, formatNumber } from '../../src/tensor/format.js';
import { filled, fromNested, ndarray } from '../../src/tensor/ndarray.js';

test.each([
  [0, '0.0000'],
  [-0, '0.0000'],
  [1.23456, '1.2346'],
  [-0.00001, '-1.000e-5'],
  [-0.5, '-0.5000'],
  [0.001, '0.0010'],
  [0.00099, '9.900e-4'],
  [99999, '99999.0000'],
  [100000, '1.000e+5'],
  [123456, '1.235e+5'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('the number %p is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('beside numbers near 1 a rounding error is written as 0, without a sign', () => {
  expect(formatNumber(-1e-17, 1)).toBe('0.0000');
});

test('a matrix shows its shape, its dtype and its rows in columns', () => {
  expect(
    formatArray(
      fromNested([
        [1, -2],
        [10, 0.5],
      ]),
    ),
  ).toBe('Tensor [2, 2] float64\n  [ 1.0000, -2.0000]\n  [10.0000,  0.5000]');
});

test('a single number, and nothing at all', () => {
  expect(formatArray(fromNested(3, 'float32'))).toBe('Tensor [] float32\n  3.0000');
  expect(formatArray(ndarray([], [0, 4]))).toBe('Tensor [0, 4] float64 (empty)');
});

test('NaN and infinity do not decide how the others are written', () => {
  expect(formatArray(fromNested([NaN, Infinity, 1]))).toBe(
    'Tensor [3] float64\n  [     NaN, Infinity,   1.0000]',
  );
  expect(formatArray(fromNested([NaN, NaN]))).toBe('Tensor [2] float64\n  [NaN, NaN]');
});

test('the largest number decides how all are written', () => {
  expect(formatArray(fromNested([1e-17, -1]))).toBe('Tensor [2] float64\n  [ 0.0000, -1.0000]');
  expect(formatArray(fromNested([-1, 1e-17]))).toBe('Tensor [2] float64\n  [-1.0000,  0.0000]');
  expect(formatArray(fromNested([1e-17, 0, 2e-16]))).toBe(
    'Tensor [3] float64\n  [1.000e-17,  0.000e+0, 2.000e-16]',
  );
  expect(formatArray(fromNested([-Infinity, 2e-16]))).toBe('Tensor [2] float64\n  [-Infinity, 2.000e-16]');
});

test('of many rows and columns the first and the last are written', () => {
  const numbers = Array.from({ length: 13 * 12 }, (_, i) => i);
  const lines = formatArray(ndarray(numbers, [13, 12]))
    .split('\n')
    .slice(1);
  const starts = lines.map((line) => /\[ *(\d+)/.exec(line)?.[1] ?? line.trim());
  expect(starts).toEqual(['0', '12', '24', '36', '48', '… 3 more rows …', '96', '108', '120', '132', '144']);
  expect(lines[0]).toMatch(/^ {2}\[ *0\.0000, .* 4\.0000, +…, +8\.0000, .* 11\.0000\]$/);
});

test('long rows and many rows are shortened in the middle, and say so', () => {
  const lines = formatArray(filled([12, 11], 1)).split('\n');
  expect(lines).toHaveLength(12);
  expect(lines[6]).toBe('  … 2 more rows …');
  expect(lines[1].split(',')).toHaveLength(10);
  expect(formatArray(filled([10, 10], 1))).not.toContain('…');
});

test('an array of a million numbers is written without running out of stack', () => {
  expect(formatArray(filled([1000000], 1))).toContain('Tensor [1000000] float64');
});
