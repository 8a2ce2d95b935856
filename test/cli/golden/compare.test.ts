import { compare } from '../../../src/cli/golden/compare.js';
import { tensor } from '../../../src/index.js';

const against = (got: number[], want: number[], tolerance: number): string =>
  compare(tensor(got), { data: want, shape: [want.length] }, tolerance).finding;

test('passes within the tolerance times the largest number wanted, or times 1', () => {
  expect(against([100.9], [100], 0.01)).toBe('');
  expect(against([101.1], [100], 0.01)).toBe('expected 100 at place 0, got 101.1');
  expect(against([0.009], [0], 0.01)).toBe('');
  expect(against([1, 0.5, 100], [1, 0, 100], 0.01)).toBe('');
});

test('names the worst place', () => {
  expect(against([1, 2.5, 4], [1, 2, 3], 0.01)).toBe('expected 3 at place 2, got 4');
});

test('NaN equals NaN, an infinity itself, and neither anything else', () => {
  expect(against([NaN, Infinity, -Infinity], [NaN, Infinity, -Infinity], 0)).toBe('');
  expect(against([1], [NaN], 1)).toBe('expected NaN at place 0, got 1');
  expect(against([NaN], [1], 1)).toBe('expected 1 at place 0, got NaN');
  expect(against([Infinity], [-Infinity], 1)).toBe('expected -Infinity at place 0, got Infinity');
  expect(against([1e300], [Infinity], 1)).toBe('expected Infinity at place 0, got 1e+300');
});

test('a tolerance of 0 asks for the number itself', () => {
  expect([against([1], [1], 0), against([-0], [0], 0)]).toEqual(['', '']);
  expect(against([1 + 2e-16], [1], 0)).not.toBe('');
});

test('another shape fails, though it holds as many numbers', () => {
  expect(compare(tensor([[1, 2]]), { data: [1, 2], shape: [2] }, 1).finding).toBe(
    'expected shape [2], got [1, 2]',
  );
});

test('tells how much of the tolerance was used', () => {
  expect(compare(tensor([1.25]), { data: [1], shape: [1] }, 0.5).error).toBe(0.5);
});
