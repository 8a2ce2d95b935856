import * as library from '../../src/index.js';
import { LayerNorm, layerNorm, tensor } from '../../src/index.js';
import { facts } from './facts/layer-norm.js';

test.each(Object.entries(facts))('layerNorm: %s', (_, check) => check(library));

test('gradients of γ that is made from x flow through both', () => {
  const f = (x: library.Tensor): library.Tensor =>
    layerNorm({ x, gamma: library.tanh(x), beta: library.mul(x, x) }, { eps: 0.1 });
  const x = tensor([0.3, -1.2, 0.8]);
  expect(library.gradientCheck(f, [x])).toMatchObject({ ok: true });
  const dy = tensor([1, -0.5, 2]);
  const way = (u: library.Tensor): library.Tensor =>
    library.gradient(f(u), [u], { dy, createGraph: true })[0];
  expect(library.gradientCheck(way, [x])).toMatchObject({ ok: true });
});

test('one tensor may be x, γ and β at once', () => {
  const f = (x: library.Tensor): library.Tensor => layerNorm({ x, gamma: x, beta: x }, { eps: 0.1 });
  const x = tensor([0.3, -1.2, 0.8]);
  expect(library.gradientCheck(f, [x])).toMatchObject({ ok: true });
  const way = (u: library.Tensor): library.Tensor =>
    library.gradient(f(u), [u], { dy: [1, 2, -1], createGraph: true })[0];
  expect(library.gradientCheck(way, [x])).toMatchObject({ ok: true });
});

test('the composition computes float32 inputs in float64 and rounds what it stores', () => {
  const x = tensor([10000.1, 10000.2, 10000.4, 10000.3], { dtype: 'float32' });
  const dy = tensor([1, -2, 0.5, 3], { dtype: 'float32' });
  const y = layerNorm({ x });
  const byHand = library.gradient(y, [x], { dy })[0];
  const composed = library.gradient(y, [x], { dy, createGraph: true })[0];
  expect(composed.dtype).toBe('float32');
  byHand.data.forEach((value, i) => expect(composed.data[i] / value).toBeCloseTo(1, 6));
});

test('LayerNorm starts as plain standardization and names its parameters', () => {
  const norm = new LayerNorm(4, { eps: 0 });
  expect([...norm.namedParameters().keys()]).toEqual(['gamma', 'beta']);
  const y = norm.forward(tensor([[1, 2, 3, 4]]));
  y.data.forEach((value, i) => expect(value).toBeCloseTo((2 * i - 3) / Math.sqrt(5), 15));
});

test('LayerNorm takes several axes, its own ε and dtype, or no parameters at all', () => {
  const norm = new LayerNorm([2, 3], { eps: 0.5, dtype: 'float32' });
  expect([norm.normalizedShape, norm.eps]).toEqual([[2, 3], 0.5]);
  expect([norm.gamma?.shape, norm.gamma?.dtype, norm.beta?.dtype]).toEqual([[2, 3], 'float32', 'float32']);
  const x = tensor([
    [1, 2, 3],
    [4, 5, 7],
  ]);
  const bare = new LayerNorm([2, 3], { affine: false, eps: 0.5 });
  expect([...bare.namedParameters()]).toEqual([]);
  expect(bare.forward(x)).toMatchObject({
    data: layerNorm({ x }, { eps: 0.5, normalizedShape: [2, 3] }).data,
  });
  expect(new LayerNorm(3).eps).toBe(1e-5);
});

test('LayerNorm refuses a wrong size or ε when it is made, not when it is used', () => {
  expect(() => new LayerNorm(0)).toThrow(
    'LayerNorm: expected at least one number to normalize over, got normalizedShape [0]',
  );
  expect(() => new LayerNorm([])).toThrow('got normalizedShape []');
  expect(() => new LayerNorm(2.5)).toThrow(
    'LayerNorm: expected a shape of whole numbers that are not negative, got [2.5]',
  );
  expect(() => new LayerNorm(4, { eps: NaN })).toThrow(
    'LayerNorm: expected eps to be 0 or a small positive number, got NaN',
  );
});

test('backward of LayerNorm fills grad of γ and β', () => {
  const norm = new LayerNorm(3);
  norm
    .forward(
      tensor([
        [1, 2, 4],
        [0, 1, -1],
      ]),
    )
    .backward([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  expect(norm.beta?.grad?.data).toEqual(Float64Array.of(5, 7, 9));
  expect(norm.gamma?.grad?.shape).toEqual([3]);
});
