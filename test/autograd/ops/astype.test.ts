import { astype, gradient, gradientCheck, mul, pow, tensor } from '../../../src/index.js';

test('rounds to float32 and keeps what it kept', () => {
  const x = tensor([0.1, 1, NaN, 1e39]);
  const single = astype(x, 'float32');
  expect(single).toMatchObject({
    dtype: 'float32',
    data: Float32Array.of(Math.fround(0.1), 1, NaN, Infinity),
  });
  expect(astype(single, 'float64').data[0]).toBe(Math.fround(0.1));
  expect(astype(x, 'float64')).toBe(x);
});

test('hands the gradient back in the dtype of the input, any number of times', () => {
  const x = tensor([2, 3], { dtype: 'float32' });
  const [dx] = gradient(pow(astype(x, 'float64'), 3), [x], { dy: [1, 1], createGraph: true });
  expect(dx).toMatchObject({ dtype: 'float32', data: Float32Array.of(12, 27) });
  const [ddx] = gradient(dx, [x], { dy: tensor([1, 1], { dtype: 'float32' }) });
  expect(ddx).toMatchObject({ dtype: 'float32', data: Float32Array.of(12, 18) });
});

test('between float64 and float64 it is the identity for gradients', () => {
  const f = (x: ReturnType<typeof tensor>): ReturnType<typeof tensor> => mul(astype(x, 'float64'), x);
  expect(gradientCheck(f, [tensor([0.3, -0.7])])).toMatchObject({ ok: true });
});
