import { finish, circumstances, perform, runs } from '../../src/experiments/runs.js';
import { precision, ways } from '../../src/experiments/precision.js';
import { stream } from '../../src/tensor/random.js';

/** A row of values that float32 holds exactly. */
const row = (offset: number, seed: number, length = 64): Float32Array =>
  Float32Array.from(stream('row', seed).normals([length], { mean: offset, dtype: 'float32' }).data);

/** An array rounds what is written into it: float32 arithmetic without a word of rounding. */
const cell = new Float32Array(6);

const written: Readonly<Record<string, (x: Float32Array) => number>> = {
  naive: (x) => {
    cell.fill(0);
    for (const value of x) {
      cell[0] += value;
      cell[2] = value * value;
      cell[1] += cell[2];
    }
    cell[0] /= x.length;
    cell[1] /= x.length;
    cell[0] *= cell[0];
    cell[1] -= cell[0];
    return cell[1];
  },
  'two-pass': (x) => {
    cell.fill(0);
    for (const value of x) cell[0] += value;
    cell[0] /= x.length;
    for (const value of x) {
      cell[1] = value - cell[0];
      cell[1] *= cell[1];
      cell[2] += cell[1];
    }
    cell[2] /= x.length;
    return cell[2];
  },
  corrected: (x) => {
    cell.fill(0);
    for (const value of x) cell[0] += value;
    cell[0] /= x.length;
    for (const value of x) {
      cell[1] = value - cell[0];
      cell[3] += cell[1];
      cell[1] *= cell[1];
      cell[2] += cell[1];
    }
    cell[2] /= x.length;
    cell[3] /= x.length;
    cell[3] *= cell[3];
    cell[2] -= cell[3];
    return cell[2];
  },
  welford: (x) => {
    cell.fill(0);
    x.forEach((value, i) => {
      cell[2] = value - cell[0];
      cell[3] = cell[2] / (i + 1);
      cell[0] += cell[3];
      cell[4] = value - cell[0];
      cell[2] *= cell[4];
      cell[1] += cell[2];
    });
    cell[1] /= x.length;
    return cell[1];
  },
  shifted: (x) => written.naive(x.map((value) => value - x[0])),
};

test.each(Object.keys(ways))('%s gives the variance where nothing has to be rounded', (arm) => {
  expect(ways[arm](Float32Array.of(1, 5, 1, 9))).toBe(11);
});

test.each(Object.keys(ways))(
  '%s is rounded to float32 after every step, in the order of the values',
  (arm) => {
    for (const offset of [0, 3, 300, 20_000])
      for (let seed = 0; seed < 8; seed++) {
        const x = row(offset, seed);
        expect([offset, seed, ways[arm](x)]).toEqual([offset, seed, written[arm](x)]);
      }
  },
);

test('a record holds the median relative error of its 256 rows, in float32 whatever is asked for', () => {
  const [run] = runs(precision, 'notebook', [3]).filter(({ id }) => id === 'naive, offset 1000, seed 3');
  const given = circumstances({ preset: 'notebook', seed: 3 });
  const result = finish(perform(precision, run.plan, given, () => 0));
  const rows = stream('rows', 3);
  const errors = Array.from({ length: 256 }, () => {
    const x = Float32Array.from(rows.normals([1024], { mean: 1000, dtype: 'float32' }).data);
    // Whole multiples of 2⁻¹⁴ around 1000: their sums, and those of their squares, are exact as whole numbers.
    const whole = [...x].map((value) => BigInt(value * 2 ** 14));
    const total = whole.reduce((sum, value) => sum + value, 0n);
    const squares = whole.reduce((sum, value) => sum + value * value, 0n);
    const exact = Number(squares * 1024n - total * total) / 2 ** 48;
    return Math.abs(written.naive(x) - exact) / exact;
  }).sort((a, b) => a - b);
  expect(result.dtype).toBe('float32');
  expect(result.metrics.varianceError).toBeCloseTo((errors[127] + errors[128]) / 2, 12);
});
