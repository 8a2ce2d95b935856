import {
  gradient,
  layerNorm,
  mul,
  numericGradient,
  stream,
  sum,
  tanh,
  tensor,
  Tensor,
} from '../../src/index.js';

const random = stream('numeric gradient', 1);
const normals = (...shape: number[]): Tensor => new Tensor(random.normals(shape));

test('every entry agrees with the way back, for several inputs', () => {
  const inputs = [normals(2, 3), normals(3), normals(3)];
  const dy = normals(2, 3);
  const f = (x: Tensor, gamma: Tensor, beta: Tensor): Tensor => layerNorm({ x, gamma, beta });
  const exact = gradient(f(inputs[0], inputs[1], inputs[2]), inputs, { dy });
  numericGradient(f, inputs, { dy }).forEach((slopes, k) => {
    expect(slopes.shape).toEqual(inputs[k].shape);
    // Rounding at h = 1e-5: some 1e-16 / 1e-5, and h²f‴/6.
    slopes.data.forEach((slope, i) => expect(Math.abs(slope - exact[k].data[i])).toBeLessThan(1e-8));
  });
});

test('a single number needs no cotangent, and has the shape of the input', () => {
  const [slopes] = numericGradient((x) => sum(mul(x, x)), [tensor([[1, -2]])]);
  expect(slopes.shape).toEqual([1, 2]);
  expect(slopes.data[1]).toBeCloseTo(-4, 8);
});

test('the inputs are left as they are', () => {
  const x = tensor([0.1, 0.2, 0.3]);
  const before = x.data.slice();
  numericGradient((u) => sum(tanh(u)), [x]);
  expect(x.data).toEqual(before);
});

test('a larger step bends: the error of x² · x is h²', () => {
  const [slope] = numericGradient((x) => mul(x, mul(x, x)), [tensor(1)], { step: 0.1 });
  expect(slope.data[0]).toBeCloseTo(3.01, 12);
});

test('a cotangent of another length is refused, and so is none where one is needed', () => {
  const x = tensor([1, 2]);
  expect(() => numericGradient((u) => u, [x])).toThrow(
    'numericGradient: expected dy to hold one number for each of the 2 that f gives, got none',
  );
  expect(() => numericGradient((u) => sum(u), [x], { dy: x })).toThrow(
    'numericGradient: expected dy to hold one number for each of the 1 that f gives, got 2',
  );
});

test('float32 inputs are refused with the remedy', () => {
  expect(() => numericGradient((u) => u, [tensor(1, { dtype: 'float32' })])).toThrow(
    new TypeError(
      'numericGradient: expected float64 inputs, got float32. Convert them: astype(x, "float64")',
    ),
  );
});
