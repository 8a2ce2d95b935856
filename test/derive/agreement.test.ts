import { atPoints, differenceAt, tryPoints } from '../../src/derive/agreement.js';
import { OutsideDomain } from '../../src/derive/errors.js';
import { float64 } from '../../src/derive/fields/float64.js';
import { pointAt } from '../../src/derive/point.js';
import { TestPoints } from '../../src/derive/test-points.js';
import { derive } from './derive.js';
import { comparison, rowLetters } from './lines.js';

const alphabet = derive.alphabetOf(rowLetters);
const points = (): TestPoints => new TestPoints(alphabet, 3);
const sizes = { C: 3 };
const where = { field: float64, sizes, style: 'ordinary' } as const;
const trial = { ...where, points: 5, tolerance: 1e-9 } as const;

test('points outside the domain are passed over, and the search is given up after some in a row', () => {
  const lines = { ...comparison(derive, 'a', 'b'), patience: 10 };
  let calls = 0;
  const outside = (): boolean => {
    calls++;
    throw new OutsideDomain();
  };
  expect([atPoints(lines, points(), where, 5, outside), calls]).toEqual([0, 10]);
  calls = 0;
  // Every tenth point is good: never ten outside in a row.
  const seldom = (): boolean => (++calls % 10 === 0 ? true : outside10());
  const outside10 = (): boolean => {
    throw new OutsideDomain();
  };
  expect(atPoints(lines, points(), where, 5, seldom)).toBe(5);
  expect(calls).toBe(50);
});

test('any other error comes through', () => {
  const broken = (): boolean => {
    throw new RangeError('broken');
  };
  expect(() => atPoints(comparison(derive, 'a', 'b'), points(), where, 5, broken)).toThrow('broken');
});

test('the search stops at the first difference, and tells it', () => {
  const tried = tryPoints(comparison(derive, 'x[j] * a', 'x[j] * (a + 1e-6)'), points(), trial);
  expect(tried.points).toBe(1);
  expect(tried.difference?.at).toEqual({ j: 0 });
  expect(tried.error).toBeGreaterThan(1e-9);
  expect(Number(tried.difference?.after) - Number(tried.difference?.before)).not.toBe(0);
  const same = tryPoints(comparison(derive, 'a * b', 'b * a'), points(), trial);
  expect(same).toEqual({ points: 5, error: 0, difference: undefined });
});

test('a difference counts relative to the larger side, and below a millionth as of that size', () => {
  const at = (before: number, after: number, relation: '=' | '<=' | '>=' = '='): number => {
    const given = new Map([
      ['a', [before]],
      ['b', [after]],
    ]);
    return differenceAt(
      comparison(derive, 'a', 'b', { relation }),
      pointAt(float64, alphabet, sizes, given),
      Infinity,
    ).error;
  };
  expect(at(100, 101)).toBeCloseTo(1 / 101, 15);
  expect(at(-100, 100)).toBe(2);
  expect(at(1e-9, 2e-9)).toBeCloseTo(1e-3, 15);
  expect(at(0, 0)).toBe(0);
  expect([at(1, 2, '<='), at(2, 1, '<='), at(2, 1, '>='), at(1, 2, '>=')]).toEqual([0, 0.5, 0, 0.5]);
});

test('every place of the free letters is looked at', () => {
  const lines = comparison(derive, 'x[j]', 'x[j] + eye(j, 2) * a');
  expect(tryPoints(lines, points(), trial).difference?.at).toEqual({ j: 1 });
  const two = comparison(derive, 'x[i] * y[j]', 'x[i] * y[j] + eye(i, 2) * eye(j, 1)');
  expect(tryPoints(two, points(), trial).difference?.at).toEqual({ i: 1, j: 0 });
});
