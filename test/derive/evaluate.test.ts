import fc from 'fast-check';
import { constant } from '../../src/derive/expression.js';
import { float64 } from '../../src/derive/fields/float64.js';
import type { Field } from '../../src/derive/fields/field.js';
import { pointAt } from '../../src/derive/point.js';
import { derive } from './derive.js';
import { derivativeFacts } from './facts/derivatives.js';
import { evaluateFacts } from './facts/evaluate.js';
import { letters, pointIn, valueOf } from './lines.js';

const { alphabetOf, decimals, evaluate, finite, parse } = derive;
const alphabet = alphabetOf(letters);
const sizes = { N: 2, C: 3 };

test.each(Object.entries({ ...evaluateFacts, ...derivativeFacts }))('%s', (_, check) => check(derive));

/** float64 that counts its multiplications. */
function counting(): { readonly field: Field<number>; readonly count: () => number } {
  let count = 0;
  return {
    field: { ...float64, multiply: (a, b) => (count++, a * b) },
    count: () => count,
  };
}

test('what a definition comes to is computed once for a point', () => {
  const { field, count } = counting();
  const point = pointAt(field, alphabet, sizes, pointIn(derive, float64, sizes).values);
  const first = valueOf(derive, 'variance', point);
  const once = count();
  // Three squares, each with one multiplication for the power and one for the result.
  expect(once).toBe(6);
  expect(valueOf(derive, 'variance', point)).toBe(first);
  expect(valueOf(derive, 'sum(k, c[k]) * variance', point)).toBe(
    valueOf(derive, 'sum(k, c[k])', point) * first,
  );
  expect(count()).toBe(once + 1);
});

test('under a derivative it is computed once for each entry that it is taken by', () => {
  const { field, count } = counting();
  const point = pointAt(field, alphabet, sizes, pointIn(derive, float64, sizes).values);
  const values = [1, 2, 3].map((k) => valueOf(derive, `D(variance, x[${k}])`, point));
  const once = count();
  expect([1, 2, 3].map((k) => valueOf(derive, `D(variance, x[${k}])`, point))).toEqual(values);
  expect(count()).toBe(once);
});

test('a definition has the same value whichever of its letters is asked for first', () => {
  const values = (order: readonly number[]): number[] => {
    const point = pointIn(derive, finite, sizes);
    const found = new Map(order.map((k) => [k, valueOf(derive, `c[${k}]`, point).p]));
    return [1, 2, 3].map((k) => found.get(k) ?? NaN);
  };
  expect(values([3, 1, 2])).toEqual(values([1, 2, 3]));
  expect(new Set(values([1, 2, 3])).size).toBe(3);
});

/** Finite points at which the root in rstd exists: about every other one. */
const rooted = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((seed) => pointIn(derive, finite, sizes, seed))
  .filter((point) => {
    try {
      return valueOf(derive, 'rstd', point).p > 0;
    } catch {
      return false;
    }
  });

test('second derivatives do not depend on their order, exactly', () => {
  const [point] = rooted;
  const D2 = (one: string, other: string): number => valueOf(derive, `D(D(L, ${one}), ${other})`, point).p;
  for (const [one, other] of [
    ['x[1]', 'x[2]'],
    ['x[3]', 'y[1]'],
    ['eps', 'x[2]'],
  ])
    expect(D2(one, other)).toBe(D2(other, one));
  expect(D2('x[1]', 'x[1]')).not.toBe(0);
});

test('the derivative of the loss is the closed form of LayerNorm, exactly', () => {
  expect(rooted.length).toBeGreaterThan(1);
  for (const point of rooted)
    for (const j of [0, 1, 2])
      expect(valueOf(derive, 'D(L, x[j])', point, { j })).toEqual(
        valueOf(derive, 'rstd * (y[j] - mean(k, y[k]) - xhat[j] * mean(k, y[k] * xhat[k]))', point, { j }),
      );
});

test('derivatives agree with central differences at 64 digits', () => {
  const D = decimals(64);
  const point = pointIn(derive, D, sizes);
  const h = D.number('0.00000000000000000001');
  const moved = (by: typeof h): typeof h => {
    const x = (point.values.get('x') ?? []).map((entry, k) => (k === 1 ? D.add(entry, by) : entry));
    return valueOf(derive, text, pointAt(D, alphabet, sizes, new Map(point.values).set('x', x)));
  };
  const text = 'sum(k, tanh(xhat[k]) * exp(x[k] / 3) + erf(x[k]) * log(x[k]^2 + 1)) / sqrt(variance)';
  const difference = D.divide(D.subtract(moved(h), moved(D.subtract(D.zero, h))), D.add(h, h));
  const error = D.subtract(difference, valueOf(derive, `D(${text}, x[2])`, point));
  // h² = 1e-40 times third derivatives; rounding is 1e-64/h = 1e-44.
  expect(D.toNumber(D.abs(error))).toBeLessThan(1e-37);
});

test('a whole power is the product of so many factors', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 64 }), (a, n) => {
      const point = pointIn(derive, finite);
      const power = { kind: 'operation', op: '^', left: constant(a), right: constant(n) } as const;
      const factors = Array.from({ length: n }, () => finite.number(String(a)));
      expect(evaluate(power, point).p).toBe(factors.reduce(finite.multiply, finite.one).p);
    }),
    { numRuns: 100, seed: 8 },
  );
});

test('a name that is not there is an error of the program, not a value', () => {
  expect(() => evaluate(parse('nothing'), pointIn(derive, float64))).toThrow('evaluate: there is no nothing');
});
