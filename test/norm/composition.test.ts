import { div, filled, gradient, mul, norms, stream, Tensor, tensor } from '../../src/index.js';
import { composed, withoutMean } from '../../src/norm/composition.js';
import { mapped } from '../../src/tensor/ndarray.js';
import { expectClose } from './golden.js';

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

test('what a mean far from zero has lost to rounding is taken off as well', () => {
  for (const far of [0.1, 1e6 + 0.1, 1e30])
    for (const C of [3, 7, 10]) {
      const c = withoutMean(new Tensor(filled([2, C], far)), { axis: 1, keepdims: true });
      expect([...c.data].every((value) => value === 0)).toBe(true);
    }
});

// The means of divisive normalization are over windows, which overlap.
const centring = Object.entries(norms).filter(
  ([name, { invariantTo }]) => invariantTo.includes('shift') && name !== 'divisiveNorm',
);

test.each(centring)('%s has the same gradient far from zero, by hand and composed', (_name, norm) => {
  const [shape] = norm.shapes;
  // Sixteenths are stored exactly at either place, so that only the arithmetic is judged.
  const near = mapped(stream('x', 1).normals(shape), (value) => Math.round(value * 16) / 16);
  const parameters = Object.entries(norm.parameters).map(([key, { shape: of }]) => [
    key,
    new Tensor(stream(key, 1).normals(of(shape))),
  ]);
  const dy = new Tensor(stream('dy', 1).normals(shape));
  const slope = (offset: number, createGraph: boolean): number[] => {
    const x = new Tensor(mapped(near, (value) => value + offset));
    const y = norm.apply({ ...(Object.fromEntries(parameters) as Record<string, Tensor>), x }, { eps: 1e-5 });
    return [...gradient(y, [x], { dy, createGraph })[0].data];
  };
  for (const createGraph of [false, true]) expectClose(slope(1e8, createGraph), slope(0, false), 1e-11);
});
