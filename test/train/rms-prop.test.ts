import { RMSprop } from '../../src/index.js';
import { byRule, distance, fading, path } from './steps.js';

const [learningRate, alpha, eps, weightDecay] = [0.02, 0.8, 1e-3, 0.05];

/** g / (√s + ε) of each gradient so far. */
const scaled = (g: readonly number[]): number[] =>
  g.map((value, t) => {
    const squares = g.slice(0, t + 1).map((one) => one * one);
    return value / (Math.sqrt((1 - alpha) * fading(squares, alpha)) + eps);
  });

test('a step is the gradient over the root of the mean square', () => {
  const want = byRule((g, p) => p - learningRate * scaled(g)[g.length - 1], weightDecay);
  const got = path((p) => new RMSprop(p, { learningRate, alpha, eps, weightDecay }));
  expect(distance(got, want)).toBeLessThan(1e-14);
});

test('momentum adds the fading steps before it', () => {
  const want = byRule((g, p) => p - learningRate * fading(scaled(g), 0.6), weightDecay);
  const got = path((p) => new RMSprop(p, { learningRate, alpha, eps, momentum: 0.6, weightDecay }));
  expect(distance(got, want)).toBeLessThan(1e-14);
});

test('float32 follows float64 within a few roundings a step', () => {
  const make = (p: ConstructorParameters<typeof RMSprop>[0]): RMSprop =>
    new RMSprop(p, { learningRate, alpha, eps });
  const error = distance(path(make, 'float32'), path(make));
  expect(error).toBeLessThan(1e-6);
  expect(error).toBeGreaterThan(0);
});

test('its standard options are PyTorch’s, and α = 1 is refused', () => {
  expect(new RMSprop(new Map(), { learningRate })).toMatchObject({ alpha: 0.99, eps: 1e-8, momentum: 0 });
  expect(() => new RMSprop(new Map(), { learningRate, alpha: 1 })).toThrow('RMSprop: expected alpha');
  expect(() => new RMSprop(new Map(), { learningRate, momentum: NaN })).toThrow('RMSprop: expected momentum');
});
