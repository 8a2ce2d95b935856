import { badlyScaled, stream } from '../../src/index.js';

const features = 32;
const batch = badlyScaled({ random: stream('data', 1) });
const many = batch(0, 4000);

/** Mean and deviation of each feature of one class over many examples. */
function columns(label: number): { mean: number; deviation: number }[] {
  const { x, targets } = many;
  const rows = Array.from(targets.data, (_, n) => n).filter((n) => targets.data[n] === label);
  return Array.from({ length: features }, (_, i) => {
    const values = rows.map((n) => x.data[n * features + i]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
    return { mean, deviation: Math.sqrt(square) };
  });
}

test('within a class the deviations run from 0.1 to 10 times the noise, in equal ratios', () => {
  columns(4).forEach(({ deviation }, i) => {
    const scale = 0.1 * Math.pow(100, i / (features - 1));
    expect(deviation / (1.5 * scale)).toBeGreaterThan(0.85);
    expect(deviation / (1.5 * scale)).toBeLessThan(1.15);
  });
});

test('classes have centres of their own around 3', () => {
  const [first, second] = [columns(0), columns(1)];
  const scaled = first.map(({ mean }, i) => (mean - 3) / (0.1 * Math.pow(100, i / (features - 1))));
  const square = scaled.reduce((sum, value) => sum + value * value, 0) / features;
  expect(square).toBeGreaterThan(0.4);
  expect(square).toBeLessThan(1.8);
  const apart = first.filter(({ mean, deviation }, i) => Math.abs(mean - second[i].mean) > deviation / 5);
  expect(apart.length).toBeGreaterThan(features / 2);
});

test('the examples of a step are the same whatever was drawn before, and other steps and seeds have others', () => {
  const again = badlyScaled({ random: stream('data', 1) });
  expect(again(5, 8)).toEqual(batch(5, 8));
  expect(batch(6, 8).x.data).not.toEqual(batch(5, 8).x.data);
  expect(badlyScaled({ random: stream('data', 2) })(5, 8).x.data).not.toEqual(batch(5, 8).x.data);
});

test('counts and dtype can be chosen', () => {
  const { x, targets } = badlyScaled({
    random: stream('data', 1),
    features: 1,
    classes: 2,
    dtype: 'float32',
  })(0, 40);
  expect([x.shape, x.dtype]).toEqual([[40, 1], 'float32']);
  expect(new Set(targets.data)).toEqual(new Set([0, 1]));
  expect(() => badlyScaled({ random: stream('data', 1), classes: 0 })).toThrow(
    'badlyScaled: expected classes',
  );
});
