import { mersenne } from 'pure-rand/generator/mersenne';
import { stream } from '../../src/tensor/random.js';
import { bitsOf } from './bits.js';

const draws = (name: string, seed: number, n: number): number[] => {
  const random = stream(name, seed);
  return Array.from({ length: n }, () => random.normal());
};
const meanOf = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;
const correlation = (x: readonly number[], y: readonly number[]): number =>
  meanOf(x.map((value, i) => value * y[i]));

test('the first numbers of a stream never change', () => {
  const random = stream('weights', 1);
  expect(Array.from({ length: 4 }, () => random.normal())).toEqual([
    -1.2346105834781822, -0.5835085000338559, 1.4531949434357572, -1.487040425790133,
  ]);
  expect([random.uniform(), random.integer(1000), random.permutation(6)]).toEqual([
    0.6031698395248388,
    608,
    [1, 4, 3, 2, 5, 0],
  ]);
  expect(bitsOf(stream('weights', 1).normal())).toBe(bitsOf(-1.2346105834781822));
});

test('one name and seed give one stream, another name or seed another', () => {
  expect(draws('a', 1, 9)).toEqual(draws('a', 1, 9));
  const firsts = ['a', 'b', 'ab', 'ba', ''].flatMap((name) =>
    [0, 1, -1, 10].map((seed) => draws(name, seed, 1)[0]),
  );
  expect(new Set(firsts).size).toBe(firsts.length);
});

test('streams of near names and seeds are unrelated', () => {
  const n = 20000;
  const all = [draws('layer 1', 0, n), draws('layer 2', 0, n), draws('layer 1', 1, n)];
  // The correlation of unrelated draws has deviation 1/√n = 0.007; 5 deviations leave no room for bad luck.
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ])
    expect(Math.abs(correlation(all[i], all[j]))).toBeLessThan(0.036);
});

test('normal draws have the moments of the normal distribution', () => {
  const n = 100000;
  const x = draws('moments', 0, n);
  const moment = (k: number): number => meanOf(x.map((value) => Math.pow(value, k)));
  // Deviations of the four means: √(1/n), √(2/n), √(15/n), √(96/n); five of each.
  expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / n));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / n));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / n));
  expect(Math.abs(correlation(x.slice(1), x))).toBeLessThan(5 / Math.sqrt(n));
});

test('uniform draws stay in their range and fill it evenly', () => {
  const random = stream('uniform', 0);
  const bins = new Array<number>(10).fill(0);
  let outside = 0;
  for (let i = 0; i < 10000; i++) {
    const value = random.uniform(-1, 4);
    if (!(value >= -1 && value < 4)) outside++;
    bins[Math.floor((value + 1) * 2)]++;
  }
  expect(outside).toBe(0);
  const chiSquare = bins.reduce((sum, count) => sum + ((count - 1000) * (count - 1000)) / 1000, 0);
  expect(chiSquare).toBeLessThan(40); // Nine degrees of freedom: more has probability 1e-5.
});

test('whole numbers come from 0 to n − 1, each equally often', () => {
  const random = stream('integer', 0);
  const counts = new Array<number>(7).fill(0);
  for (let i = 0; i < 14000; i++) counts[random.integer(7)]++;
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000));
  expect(random.integer(1)).toBe(0);
});

test('a permutation holds every number once, each order equally often', () => {
  const random = stream('permutation', 0);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = random.permutation(3).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
  expect(random.permutation(50).sort((a, b) => a - b)).toEqual([...new Array(50).keys()]);
  expect(random.permutation(0)).toEqual([]);
});

test('arrays of normals have the mean, the deviation, the shape and the dtype asked for', () => {
  const x = stream('a', 1).normals([2, 500], { mean: 10, deviation: 0.1, dtype: 'float32' });
  expect([x.shape, x.dtype]).toEqual([[2, 500], 'float32']);
  expect(Math.abs(meanOf([...x.data]) - 10)).toBeLessThan(0.02);
  expect([...stream('a', 1).normals([3]).data]).toEqual(draws('a', 1, 3));
});

test('another generator may take the place of the usual one', () => {
  const own = stream('a', 1, mersenne).normal();
  expect(own).toBe(stream('a', 1, mersenne).normal());
  expect(own).not.toBe(stream('a', 1).normal());
});

test('what cannot be drawn is refused', () => {
  expect(() => stream('a', 0.5)).toThrow(
    new RangeError('stream: expected seed to be a whole number, got 0.5'),
  );
  expect(() => stream('a', 1).integer(0)).toThrow(
    new RangeError('integer: expected n to be 1 or more, got 0'),
  );
  expect(() => stream('a', 1).normals([-1])).toThrow('normals: expected a shape of whole numbers');
});

test('a substream starts at its beginning however far its stream has come, and keeps seed and generator', () => {
  const random = stream('data', 3, mersenne);
  const early = random.substream('epoch 2').normal();
  random.normal();
  const late = random.substream('epoch 2');
  expect([late.name, late.seed, late.normal()]).toEqual(['data/epoch 2', 3, early]);
  expect(stream('data/epoch 2', 3, mersenne).normal()).toBe(early);
  expect(random.substream(2).normal()).not.toBe(random.substream(3).normal());
});
