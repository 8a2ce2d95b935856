import { acrossSeeds, inOrder, listed } from '../../src/plot/across-seeds.js';

it('gives the middle and the ends, whatever the order', () => {
  expect(acrossSeeds([0.5, 0.1, 0.3])).toEqual({ median: 0.3, low: 0.1, high: 0.5 });
  expect(acrossSeeds([10, 9, 2, 1])).toEqual({ median: 5.5, low: 1, high: 10 });
  expect(acrossSeeds([7])).toEqual({ median: 7, low: 7, high: 7 });
});

it('counts a run without a finite number as the worst', () => {
  expect(acrossSeeds([NaN, 0.1, 0.2])).toEqual({ median: 0.2, low: 0.1, high: Infinity });
  expect(acrossSeeds([NaN, 0.1])).toEqual({ median: Infinity, low: 0.1, high: Infinity });
  expect(acrossSeeds([NaN, Infinity, 0.1]).median).toBe(Infinity);
});

it('keeps the order of first appearance', () => {
  expect(inOrder([{ a: 2 }, { a: 1 }, { a: 2 }], ({ a }) => a)).toEqual([2, 1]);
});

it('lists as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
