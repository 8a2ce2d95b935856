import { readable } from '../../src/notebook/number.js';

describe('a readable number', () => {
  it.each([
    [23, '23'],
    [1.41398, '1.4140'],
    [3.2e-23, '3.200e-23'],
    [1e27, '1.000e+27'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ])('%p is %s', (value, text) => expect(readable(value)).toBe(text));
});
