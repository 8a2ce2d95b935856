import { div, gradient, mul, tensor } from '../../src/index.js';
import { composed } from '../../src/norm/composition.js';

test('what is composed is computed in float64 and rounded once, out and on the way back', () => {
  const x = tensor([1, 3], { dtype: 'float32' });
  const y = composed('thirds', { x }, (inputs) => mul(div(inputs.x, 3), 3e20));
  expect(y).toMatchObject({ dtype: 'float32', data: Float32Array.of(1e20, 3e20) });
  const huge = composed('square', { x: tensor([1e30], { dtype: 'float32' }) }, ({ x: big }) =>
    div(mul(big, big), 1e40),
  );
  expect(huge.data[0]).toBe(Math.fround(Math.fround(1e30) ** 2 / 1e40));
  const [dx] = gradient(y, [x], { dy: tensor([1, 1], { dtype: 'float32' }) });
  expect(dx).toMatchObject({ dtype: 'float32', data: Float32Array.of(1e20, 1e20) });
});

test('inputs of two dtypes are refused by name', () => {
  const inputs = { x: tensor([1]), gamma: tensor([1], { dtype: 'float32' }) };
  expect(() => composed('someNorm', inputs, ({ x, gamma }) => mul(x, gamma))).toThrow(
    'someNorm: expected tensors of one dtype, got float64 and float32',
  );
});
