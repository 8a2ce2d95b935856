import { drawDigits } from '../../../src/derive/fields/field.js';
import { randomFrom } from '../../../src/derive/random.js';

const draws = (positive: boolean, style: 'small' | 'ordinary' | 'scales', places = 14): string[] => {
  const random = randomFrom(9);
  return Array.from({ length: 2000 }, () => drawDigits(random, positive, style, places));
};

test('small numbers are −3 … 3, or 1 … 4 where they have to be positive', () => {
  expect(new Set(draws(false, 'small').map(Number).map(String))).toEqual(
    new Set(['-3', '-2', '-1', '0', '1', '2', '3']),
  );
  expect(new Set(draws(true, 'small'))).toEqual(new Set(['1', '2', '3', '4']));
});

test('ordinary numbers fill −3 … 3 evenly, and none is 0', () => {
  const all = draws(false, 'ordinary').map(Number);
  const bins = new Array<number>(6).fill(0);
  all.forEach((value) => bins[Math.floor(value) + 3]++);
  // Each bin gets 2000/6 = 333 with deviation √(2000·5/36) = 17; five of them.
  for (const count of bins) expect(Math.abs(count - 2000 / 6)).toBeLessThan(85);
  expect(all).not.toContain(0);
  expect(draws(true, 'ordinary').every((text) => Number(text) > 0)).toBe(true);
});

test('numbers of very different size go over six powers of ten, each equally often', () => {
  const all = draws(false, 'scales').map(Number);
  const bins = new Map<number, number>();
  for (const value of all) {
    const power = Math.floor(Math.log10(Math.abs(value)));
    bins.set(power, (bins.get(power) ?? 0) + 1);
  }
  expect([...bins.keys()].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2]);
  for (const count of bins.values()) expect(Math.abs(count - 2000 / 6)).toBeLessThan(85);
  expect(Math.abs(all.filter((value) => value < 0).length - 1000)).toBeLessThan(5 * Math.sqrt(500));
  expect(draws(true, 'scales').every((text) => Number(text) > 0)).toBe(true);
});

test('digits are written without exponent, as many as are asked for', () => {
  for (const text of [...draws(false, 'ordinary', 40), ...draws(false, 'scales', 40)])
    expect(text).toMatch(/^-?\d+\.\d{20,}$/);
  const [long, short] = [draws(false, 'ordinary', 40), draws(false, 'ordinary', 14)];
  expect(
    Math.min(...long.map((text) => text.length)) - Math.max(...short.map((text) => text.length)),
  ).toBeGreaterThan(20);
});
