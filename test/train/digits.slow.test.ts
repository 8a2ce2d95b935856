import { digits } from '../../src/index.js';
import { digitLines } from '../../src/train/digits-data.js';

const { train, test: judged } = digits();
/** A number 0 … 16 back from what a network is given. */
const ink = (x: number): number => (x * 0.376 + 0.3) * 16;

test('there are 1297 images to train with and 500 to judge with', () => {
  expect([train.x.shape, train.targets.shape]).toEqual([[1297, 64], [1297]]);
  expect([judged.x.shape, judged.targets.shape]).toEqual([[500, 64], [500]]);
});

/** What scikit-learn 1.9.1 says of its copy: `bincount(target)` and `data.sum()`. */
test('classes and ink are those of scikit-learn’s copy', () => {
  const counts = new Array<number>(10).fill(0);
  for (const { targets } of [train, judged]) targets.data.forEach((target) => counts[target]++);
  expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
  const inks = [train, judged].flatMap(({ x }) => Array.from(x.data, ink));
  expect(inks.reduce((worst, value) => Math.max(worst, Math.abs(value - Math.round(value))), 0)).toBeLessThan(
    1e-12,
  );
  expect(inks.reduce((sum, value) => sum + Math.round(value), 0)).toBe(561718);
});

test('the first image is the 0 of the file, row by row', () => {
  const first = [...train.x.data.slice(0, 16)].map((value) => Math.round(ink(value)));
  expect(first).toEqual([0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0]);
  expect(train.targets.data[0]).toBe(0);
});

test('every line is a class and 64 numbers', () => {
  const lines = digitLines.trim().split('\n');
  expect(lines).toHaveLength(1797);
  expect(lines.filter((line) => !/^[0-9][0-9a-g]{64}$/.test(line))).toEqual([]);
});

test('what a network is given has about mean 0 and deviation 1', () => {
  const mean = train.x.data.reduce((sum, value) => sum + value, 0) / train.x.data.length;
  const square = train.x.data.reduce((sum, value) => sum + value * value, 0) / train.x.data.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(Math.sqrt(square - mean * mean) - 1)).toBeLessThan(0.01);
});

test('float32 holds the same numbers, rounded', () => {
  const { x } = digits({ dtype: 'float32' }).test;
  expect(x.dtype).toBe('float32');
  expect([...x.data]).toEqual(Array.from(judged.x.data, Math.fround));
});
