import { decade, fixed, magnitude, powerOfTen, readable } from '../../src/plot/number.js';

it.each([
  [0, '0'],
  [3, '3'],
  [0.5, '0.5'],
  [Math.SQRT2, '1.414'],
  [0.00316228, '0.003162'],
  [1.66e-23, '1.66e-23'],
  [1e-5, '1e-5'],
  [123456.7, '1.23e+5'],
  [1e9, '1e+9'],
  [50, '50'],
  [Infinity, 'Infinity'],
  [NaN, 'NaN'],
  [-0.25, '-0.25'],
])('writes %p as %s', (value, text) => {
  expect(readable(value)).toBe(text);
});

it('writes powers of ten in one line', () => {
  expect([-23, 0, 1, 10].map(powerOfTen)).toEqual(['10⁻²³', '1', '10¹', '10¹⁰']);
});

it('gives the order of magnitude, and says underflow and overflow', () => {
  expect([3e-23, 0.71, 0, Infinity].map(magnitude)).toEqual([
    '10⁻²³',
    '0.71',
    '0 (underflow)',
    'no finite number (overflow)',
  ]);
  expect(decade(4e27)).toBe(28);
});

it('writes four digits with a true minus and no minus before zero', () => {
  expect([-1.2238, -0.00001, 1.414].map(fixed)).toEqual(['−1.2238', '0.0000', '1.4140']);
});
