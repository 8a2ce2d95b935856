import { randomFrom, seedOf } from '../../src/derive/random.js';

test('the first numbers of a seed never change', () => {
  const random = randomFrom(1);
  expect(Array.from({ length: 5 }, () => random.below(1000))).toEqual([646, 328, 81, 997, 890]);
  expect(['', 'a', 'b', 'ab', 'ba', 'layer-norm-dx'].map(seedOf)).toEqual([
    2166136261, -468965076, -418632219, 1294271946, 1009493708, 570148422,
  ]);
});

test('one seed gives one series, another seed another', () => {
  const first = (seed: number): string => {
    const random = randomFrom(seed);
    return Array.from({ length: 4 }, () => random.below(1e6)).join();
  };
  expect(first(5)).toBe(first(5));
  const seeds = [0, 1, 2, -1, 5, 2 ** 31 - 1, ...['a', 'b', 'ab', 'test-1', 'test-2'].map(seedOf)];
  expect(new Set(seeds.map(first)).size).toBe(seeds.length);
});

test('every number below the bound comes, each equally often', () => {
  const random = randomFrom(3);
  const counts = new Array<number>(7).fill(0);
  for (let n = 0; n < 7000; n++) counts[random.below(7)]++;
  // Deviation √(7000·6/49) = 29; five of them.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  expect(random.below(1)).toBe(0);
});

test('one of some things is picked, each in its turn', () => {
  const random = randomFrom(4);
  const picked = Array.from({ length: 300 }, () => random.pick(['a', 'b', 'c']));
  expect(new Set(picked)).toEqual(new Set(['a', 'b', 'c']));
  for (const one of ['a', 'b', 'c'])
    expect(picked.filter((other) => other === one).length).toBeGreaterThan(60);
});
