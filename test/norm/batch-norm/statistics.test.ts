import { batchStatistics, mergedStatistics, tensor } from '../../../src/index.js';
import { expectClose } from '../golden.js';

/** Rows of two channels around 10¹², where float64 numbers stand 10⁻⁴ apart. */
const rows = [0.1, -0.7, 1.3, 0.45, 0.25, -1.9, 0.6].map((value) => [value + 1e12, 2 * value - 1e12]);
const whole = batchStatistics(tensor(rows));

/** The mean of a column, from exact differences to its first number: less that number. */
const meanAfterFirst = (column: number): number =>
  rows.reduce((total, row) => total + (row[column] - rows[0][column]), 0) / rows.length;

test('mean and rest together are the mean, to digits that one number cannot hold', () => {
  [0, 1].forEach((c) => {
    const mean = whole.mean[c] - rows[0][c] + whole.rest[c];
    expect(Math.abs(mean - meanAfterFirst(c))).toBeLessThan(1e-15);
  });
});

test('so are those of parts taken together, of whatever sizes, and their variance is that of the whole', () => {
  for (const cuts of [
    [0, 3, 7],
    [0, 1, 2, 7],
    [0, 7],
  ]) {
    const parts = cuts.slice(1).map((end, i) => batchStatistics(tensor(rows.slice(cuts[i], end))));
    const merged = mergedStatistics(parts);
    [0, 1].forEach((c) => {
      const mean = merged.mean[c] - rows[0][c] + merged.rest[c];
      expect(Math.abs(mean - meanAfterFirst(c))).toBeLessThan(2e-15);
    });
    expectClose(merged.variance, whole.variance, 1e-15);
  }
});

test('no parts have no channels', () => {
  expect(mergedStatistics([])).toMatchObject({ n: 0, mean: new Float64Array(0) });
});

test('what has no channels has no statistics of channels', () => {
  expect(() => batchStatistics(tensor([1, 2]))).toThrow(
    'batchStatistics: expected x of shape [N, C, ...], got [2]',
  );
});
