import { cosineBetween, norm, smallAngleBetween } from '../../src/experiments/angles.js';
import { stream } from '../../src/index.js';

const normals = (name: string): Float64Array => Float64Array.from(stream(name, 1).normals([7]).data);
const [a, b] = [normals('a'), normals('b')];

test('a norm is the root of the sum of squares', () => {
  expect(norm(Float64Array.of(2, -3, 6))).toBe(7);
});

test('a cosine depends on the directions alone', () => {
  expect(cosineBetween(Float64Array.of(1, 0), Float64Array.of(3, 3))).toBeCloseTo(Math.SQRT1_2, 15);
  const larger = a.map((value) => -3 * value);
  expect(cosineBetween(larger, b)).toBeCloseTo(-cosineBetween(a, b), 14);
  expect(cosineBetween(a, larger)).toBeCloseTo(-1, 14);
});

test('a small angle keeps its digits, whatever the lengths', () => {
  const along = a.map((value) => value / norm(a));
  const component = along.reduce((sum, value, i) => sum + value * b[i], 0);
  const across = b.map((value, i) => value - component * along[i]);
  const side = across.map((value) => value / norm(across));
  for (const angle of [1e-9, 1e-3, 0.09]) {
    const turned = along.map((value, i) => 5 * (Math.cos(angle) * value + Math.sin(angle) * side[i]));
    expect(Math.abs(smallAngleBetween(a, turned) / angle - 1)).toBeLessThan(1e-6);
  }
});
