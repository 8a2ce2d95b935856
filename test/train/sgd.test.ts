import { SGD } from '../../src/index.js';
import { byRule, distance, fading, path } from './steps.js';

test('without momentum each step is the gradient times the rate', () => {
  const want = byRule((g, p) => p - 0.1 * g[g.length - 1]);
  expect(
    distance(
      path((p) => new SGD(p, { learningRate: 0.1 })),
      want,
    ),
  ).toBeLessThan(1e-15);
});

test('momentum steps along all gradients so far, each fading by the momentum', () => {
  const want = byRule((g, p) => p - 0.1 * fading(g, 0.8), 0.03);
  const got = path((p) => new SGD(p, { learningRate: 0.1, momentum: 0.8, weightDecay: 0.03 }));
  expect(distance(got, want)).toBeLessThan(1e-14);
});

test('Nesterov steps along the newest gradient and the faded direction', () => {
  const want = byRule((g, p) => p - 0.1 * (g[g.length - 1] + 0.8 * fading(g, 0.8)), 0.03);
  const options = { learningRate: 0.1, momentum: 0.8, nesterov: true, weightDecay: 0.03 };
  expect(
    distance(
      path((p) => new SGD(p, options)),
      want,
    ),
  ).toBeLessThan(1e-14);
});

test('float32 follows float64 within a rounding a step', () => {
  const make = (p: ConstructorParameters<typeof SGD>[0]): SGD =>
    new SGD(p, { learningRate: 0.1, momentum: 0.8, weightDecay: 0.03 });
  const error = distance(path(make, 'float32'), path(make));
  expect(error).toBeLessThan(1e-6);
  expect(error).toBeGreaterThan(0);
});

test('options that make no sense are refused', () => {
  expect(() => new SGD(new Map(), { learningRate: NaN })).toThrow(
    'SGD: expected learningRate to be 0 or a positive number, got NaN',
  );
  expect(() => new SGD(new Map(), { learningRate: 1, momentum: -1 })).toThrow('expected momentum');
  expect(() => new SGD(new Map(), { learningRate: 1, weightDecay: Infinity })).toThrow(
    'expected weightDecay',
  );
  expect(() => new SGD(new Map(), { learningRate: 1, nesterov: true })).toThrow('a momentum above 0');
});
