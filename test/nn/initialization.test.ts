import {
  gains,
  kaimingDeviation,
  kaimingNormal,
  kaimingUniform,
  stream,
  xavierDeviation,
  xavierNormal,
  xavierUniform,
} from '../../src/index.js';
import type { InitialOptions, NDArray, Stream } from '../../src/index.js';

const random = (): Stream => stream('weights', 7);

test('the deviations are those of the papers', () => {
  expect(xavierDeviation(30, 20)).toBe(0.2);
  expect(xavierDeviation(30, 20, { gain: 3 })).toBeCloseTo(0.6, 15);
  expect(kaimingDeviation(50)).toBeCloseTo(0.2, 15);
  expect(kaimingDeviation(25, { gain: gains.linear })).toBe(0.2);
  expect(gains).toEqual({ linear: 1, tanh: 5 / 3, relu: Math.sqrt(2) });
});

type Initial = (inputs: number, outputs: number, options: InitialOptions) => NDArray;
const [inputs, outputs] = [120, 80];
const n = inputs * outputs;
const meanSquare = (w: NDArray): number => w.data.reduce((sum, value) => sum + value * value, 0) / n;
const largest = (w: NDArray): number => w.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const rows: [string, Initial, number, number][] = [
  ['xavierNormal', xavierNormal, 1, 2 / 200],
  ['xavierNormal', xavierNormal, 3, 9 * (2 / 200)],
  ['kaimingNormal', kaimingNormal, Math.SQRT2, 2 / 120],
  ['kaimingNormal', kaimingNormal, 1, 1 / 120],
  ['xavierUniform', xavierUniform, 1, 2 / 200],
  ['xavierUniform', xavierUniform, 3, 9 * (2 / 200)],
  ['kaimingUniform', kaimingUniform, Math.SQRT2, 2 / 120],
  ['kaimingUniform', kaimingUniform, Math.sqrt(1 / 3), 1 / 360],
];

test.each(rows)(
  '%s draws numbers whose squares have the right mean, with gain %p',
  (name, draw, gain, variance) => {
    const weights = draw(inputs, outputs, { random: random(), gain });
    expect(weights.shape).toEqual([inputs, outputs]);
    // The squares of normal numbers have the relative deviation √2, of uniform ones √(4/5); five deviations of the mean.
    const spread = Math.sqrt((name.endsWith('Normal') ? 2 : 4 / 5) / n);
    expect(Math.abs(meanSquare(weights) / variance - 1)).toBeLessThan(5 * spread);
  },
);

test('uniform numbers end at √3 deviations, normal ones do not', () => {
  const options = { random: random() };
  const bound = Math.sqrt(6 / 200);
  expect(largest(xavierUniform(inputs, outputs, options))).toBeLessThan(bound);
  expect(largest(xavierUniform(inputs, outputs, options))).toBeGreaterThan(0.998 * bound);
  expect(largest(kaimingUniform(inputs, outputs, options))).toBeLessThan(Math.sqrt(6 / 120));
  expect(largest(kaimingUniform(inputs, outputs, options))).toBeGreaterThan(0.998 * Math.sqrt(6 / 120));
  expect(largest(xavierNormal(inputs, outputs, options))).toBeGreaterThan(bound);
  expect(largest(kaimingNormal(inputs, outputs, options))).toBeGreaterThan(Math.sqrt(6 / 120));
});

test('without a gain it is 1 for Xavier and √2 for Kaiming', () => {
  const data = (draw: Initial, gain?: number): unknown =>
    draw(3, 2, { random: random(), ...(gain !== undefined && { gain }) }).data;
  expect(data(xavierNormal)).toEqual(data(xavierNormal, 1));
  expect(data(xavierUniform)).toEqual(data(xavierUniform, 1));
  expect(data(kaimingNormal)).toEqual(data(kaimingNormal, Math.SQRT2));
  expect(data(kaimingUniform)).toEqual(data(kaimingUniform, Math.SQRT2));
});

test.each([xavierNormal, xavierUniform, kaimingNormal, kaimingUniform])('weights may be float32', (draw) => {
  const single = draw(3, 2, { random: random(), dtype: 'float32' });
  expect(single.dtype).toBe('float32');
  expect(single.data).toEqual(Float32Array.from(draw(3, 2, { random: random() }).data));
});
