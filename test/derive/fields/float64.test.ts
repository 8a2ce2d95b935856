import { evaluate } from '../../../src/derive/evaluate.js';
import { decimals } from '../../../src/derive/fields/decimals.js';
import { float64 } from '../../../src/derive/fields/float64.js';
import { pointAt } from '../../../src/derive/point.js';
import { bitsOf } from '../../tensor/bits.js';
import { derive } from '../derive.js';
import { letters, pointIn } from '../lines.js';

const { alphabetOf, parse } = derive;

test('functions have the same bits on every machine', () => {
  expect(
    [float64.exp(0.7), float64.log(0.7), float64.tanh(0.7), float64.erf(0.7), float64.sqrt(0.7)].map(bitsOf),
  ).toEqual([
    '40001c2a61268987',
    'bfd6d3c324e13f50',
    '3fe356fb17af2e91',
    '3fe5b08c21171646',
    '3feac5eb3f7ab2f8',
  ]);
});

test('a line has the same bits on every machine, and those of every digit but the last two', () => {
  const text = 'tanh(xhat[1]) * exp(mu) + erf(rstd) * log(p) - sum(k, x[k]^3) / C';
  const point = pointIn(derive, float64);
  const value = evaluate(parse(text), point);
  expect(bitsOf(value)).toBe('c014e7f1debc4576');
  const D = decimals(64);
  const same = pointAt(
    D,
    alphabetOf(letters),
    point.sizes,
    new Map(
      [...point.values].map(([name, entries]) => [name, entries.map((entry) => D.number(String(entry)))]),
    ),
  );
  expect(Math.abs(value / D.toNumber(evaluate(parse(text), same)) - 1)).toBeLessThan(1e-14);
});

test('small numbers are small whole ones, ordinary ones have fourteen digits', () => {
  const point = pointIn(derive, float64);
  expect(point.values.get('x')?.every((entry) => Math.abs(entry) < 3 && !Number.isInteger(entry))).toBe(true);
  expect(float64.toNumber(float64.number('-0.5'))).toBe(-0.5);
  expect([float64.add(1, 2), float64.subtract(1, 2), float64.multiply(3, 2), float64.divide(3, 2)]).toEqual([
    3, -1, 6, 1.5,
  ]);
  expect([float64.abs(-2), float64.less(1, 2), float64.less(2, 1)]).toEqual([2, true, false]);
});
