import { constant, cosine, product, warmUp } from '../../src/index.js';
import type { Schedule } from '../../src/index.js';

const factors = (schedule: Schedule, count: number): number[] =>
  Array.from({ length: count }, (_, step) => schedule(step));

test('warm-up rises in equal parts to the full rate at its last step', () => {
  expect(factors(warmUp(4), 6)).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
  expect(factors(warmUp(0), 2)).toEqual(factors(constant(), 2));
});

test('a cosine starts at 1, falls all the way, is symmetric about its middle and ends at 0', () => {
  const all = factors(cosine(50), 51);
  expect(all[0]).toBe(1);
  expect(all[50]).toBe(0);
  for (let i = 1; i <= 50; i++) expect(all[i]).toBeLessThan(all[i - 1]);
  for (let i = 0; i <= 50; i++) expect(all[i] + all[50 - i]).toBeCloseTo(1, 14);
  expect(all[20]).toBeCloseTo((1 + Math.cos((Math.PI * 20) / 50)) / 2, 14);
  expect(cosine(50)(70)).toBe(0);
});

test('with a warm-up the cosine takes what is left of the steps', () => {
  const schedule = cosine(60, { warmUp: 10 });
  expect(factors(schedule, 10)).toEqual(factors(warmUp(10), 10));
  for (let i = 0; i <= 50; i++) expect(schedule(10 + i)).toBe(cosine(50)(i));
});

test('a product multiplies', () => {
  const both = product(warmUp(5), cosine(20));
  for (let i = 0; i < 20; i++) expect(both(i)).toBe(warmUp(5)(i) * cosine(20)(i));
  expect(product()(3)).toBe(1);
});

test('counts that are none are refused', () => {
  expect(() => warmUp(-1)).toThrow('warmUp: expected steps to be a whole number from 0, got -1');
  expect(() => cosine(0)).toThrow('cosine: expected steps to be a whole number from 1, got 0');
  expect(() => cosine(10, { warmUp: 2.5 })).toThrow('cosine: expected warmUp');
  expect(() => cosine(10, { warmUp: 10 })).toThrow('less than the 10 steps, got 10');
});
