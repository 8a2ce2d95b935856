import { operations } from '../../../src/cli/golden/operations/index.js';
import { gradient, gradientCheck, reshape, tensor } from '../../../src/index.js';
import type { Tensor } from '../../../src/index.js';

const x = tensor([[0.3, -1.2, 0.8, 2]]);
const run = (op: string, inputs: Record<string, Tensor>, attributes = {}): Tensor =>
  Object.values(operations[op].run(inputs, { eps: 1e-5, ...attributes }))[0];

test('the three detached forms have one value and three gradients', () => {
  const [both, mean, deviation, none] = ['detach', 'detach_mean', 'detach_var', 'layer_norm'].map((op) =>
    run(op, { x }),
  );
  const dy = [[1, -2, 0.5, 3]];
  const gradients = [both, mean, deviation, none].map((y) => [...gradient(y, [x], { dy })[0].data]);
  for (const y of [both, mean, deviation])
    y.data.forEach((value, i) => expect(value).toBeCloseTo(none.data[i], 14));
  // With constant μ and σ the gradient is dy/σ, and a constant mean does not take the mean of it off.
  const sigma = Math.sqrt([...x.data].reduce((sum, v) => sum + (v - 0.475) * (v - 0.475), 0) / 4 + 1e-5);
  gradients[0].forEach((value, i) => expect(value).toBeCloseTo(dy[0][i] / sigma, 12));
  gradients[2].forEach((value, i) => expect(value).toBeCloseTo((dy[0][i] - 0.625) / sigma, 12));
  expect(new Set(gradients.map((g) => g[0].toFixed(6))).size).toBe(4);
});

test('the Jacobian holds what differences of layerNorm show', () => {
  const row = tensor([0.3, -1.2, 0.8, 2]);
  const J = run('layer_norm_jacobian', { x: row });
  const step = 1e-6;
  for (let j = 0; j < 4; j++) {
    const moved = (by: number): Tensor =>
      run('layer_norm', { x: tensor([...row.data].map((v, i) => (i === j ? v + by : v))) });
    const [up, down] = [moved(step), moved(-step)];
    for (let i = 0; i < 4; i++)
      expect(J.data[4 * i + j]).toBeCloseTo((up.data[i] - down.data[i]) / (2 * step), 6);
  }
});

test('the Hessian times a vector is how the gradient changes along it', () => {
  const [v, step] = [[[1, -0.5, 2, 0.3]], 1e-5];
  const at = (t: number): Tensor =>
    operations.layer_norm_hvp.run(
      { x: tensor([[...x.data].map((value, i) => value + t * v[0][i])]), v: tensor(v) },
      { eps: 1e-5, f: 'sum(y^3)/3' },
    ).gx;
  const { hv } = operations.layer_norm_hvp.run({ x, v: tensor(v) }, { eps: 1e-5, f: 'sum(y^3)/3' });
  const [up, down] = [at(step), at(-step)];
  hv.data.forEach((value, i) => expect(value).toBeCloseTo((up.data[i] - down.data[i]) / (2 * step), 6));
});

test('a convolution may have one stride, two, or none said', () => {
  const images = { x: reshape(x, [1, 1, 2, 2]), w: tensor([[[[2]]]]) };
  const strides = [2, [1, 2], undefined].map(
    (stride) => run('conv2d', images, stride ? { stride } : {}).shape,
  );
  expect(strides).toEqual([
    [1, 1, 1, 1],
    [1, 1, 2, 1],
    [1, 1, 2, 2],
  ]);
  expect(() => run('conv2d', images, { padding: 'same' })).toThrow(
    'expected padding to be a number, got "same"',
  );
  expect(() => run('conv2d', images, { stride: [1, 1, 1] })).toThrow('whole numbers from 1, got [1, 1, 1]');
});

test('an attribute that cannot be used is told', () => {
  expect(() => run('layer_norm', { x }, { eps: 'small' })).toThrow(
    'expected eps to be a number, got "small"',
  );
  expect(() => run('layer_norm', { x }, { normalized_shape: ['x'] })).toThrow(
    'expected normalized_shape to be a number',
  );
  expect(() => run('layer_norm_hvp', { x, v: x }, { f: 'sum(y)' })).toThrow(
    'expected f to be "sum(y^3)/3", got "sum(y)"',
  );
});

test('affine false leaves γ and β out, a normalized_shape may be one number', () => {
  const affine = { g: tensor([2, 2, 2, 2]), b: tensor([1, 1, 1, 1]) };
  expect(run('layer_norm', { x, ...affine }, { affine: false }).data).toEqual(run('layer_norm', { x }).data);
  expect(run('layer_norm', { x, ...affine }, { normalized_shape: 4 }).data).toEqual(
    run('layer_norm', { x, ...affine }).data,
  );
  expect(gradientCheck((u) => run('layer_norm', { x: u, ...affine }), [x])).toMatchObject({ ok: true });
});
