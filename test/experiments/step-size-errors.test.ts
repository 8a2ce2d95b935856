import { layerNormAlong, machineEpsilon, stepSizeErrors, stepSizes } from '../../src/experiments/index.js';
import { add, gradientCheck, pow, tanh, tensor } from '../../src/index.js';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const decades = (a: number, b: number): number => Math.abs(Math.log10(a / b));

test('the steps go from 0.1 to 1e-15, four for each power of ten', () => {
  expect(stepSizes).toHaveLength(57);
  expect(stepSizes[0]).toBeCloseTo(0.1, 15);
  expect(stepSizes[56] / 1e-15).toBeCloseTo(1, 12);
});

test('machineEpsilon is the gap after 1', () => {
  expect(machineEpsilon.float64).toBe(Number.EPSILON);
  expect(machineEpsilon.float32).toBe(2 ** -23);
  expect(Math.fround(1 + machineEpsilon.float32)).toBeGreaterThan(1);
});

test('h₀ of a cubic is the formula: f = 1 and f‴ = 6 at x = 1', () => {
  const [double, single] = stepSizeErrors({ cube: { f: (x) => pow(x, 3), at: 1 } });
  expect(double.predicted / Math.cbrt((3 * 2 ** -52) / 6)).toBeCloseTo(1, 12);
  expect(single.predicted / Math.cbrt((3 * 2 ** -23) / 6)).toBeCloseTo(1, 12);
  expect([double.dtype, single.dtype, double.name]).toEqual(['float64', 'float32', 'cube']);
});

test('the right side of the V falls as h², the left side grows as h falls', () => {
  const [{ errors }] = stepSizeErrors({ tanh: { f: tanh, at: 0.7 } }, [1e-2, 1e-3, 1e-9, 1e-12, 1e-18]);
  expect(errors[0] / errors[1]).toBeCloseTo(100, 0);
  expect(errors[3]).toBeGreaterThan(100 * errors[2]);
  expect(errors[4]).toBe(1); // x + h is x
});

test('the model finds the bottom of the V for LayerNorm, in both precisions', () => {
  for (const seed of seeds)
    for (const { predicted, best } of stepSizeErrors({ layerNorm: layerNormAlong(seed) })) {
      // The winner among the steps is partly luck: rounding errors are sometimes small by chance.
      expect(decades(best.step, predicted)).toBeLessThan(1.7);
      expect(best.error).toBeGreaterThan(0);
    }
});

test('a constant added makes the best error worse, and the best step larger', () => {
  const [plain, , raised] = stepSizeErrors({
    plain: { f: tanh, at: 0.7 },
    raised: { f: (x) => add(tanh(x), 1000), at: 0.7 },
  });
  expect(raised.best.error).toBeGreaterThan(5 * plain.best.error);
  expect(raised.predicted).toBeGreaterThan(5 * plain.predicted);
});

test('for a word of nearly equal numbers the usual step is too large', () => {
  for (const seed of seeds) {
    const { f } = layerNormAlong(seed, { deviation: 1e-3 });
    expect(gradientCheck(f, [tensor(0)], { step: 1e-5, seed }).error).toBeGreaterThan(
      100 * gradientCheck(f, [tensor(0)], { step: 1e-8, seed }).error,
    );
  }
});

test('errors are never below half of eps, since the slope is known no better', () => {
  const [{ errors }] = stepSizeErrors({ line: { f: (x) => add(x, 0), at: 1 } }, [0.5, 0.25]);
  expect(errors).toEqual([Number.EPSILON / 2, Number.EPSILON / 2]);
});
