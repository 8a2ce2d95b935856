import { gradient, sigmoid, Softplus, softplus, tensor } from '../../src/index.js';
import { behaves, between, worksNumberByNumber } from '../autograd/ops/behaviour.js';

behaves({
  f: (x) => softplus(x),
  inputs: [between(-4, 4, [2, 4])],
  want: (x) => x.map((value) => Math.log(1 + Math.exp(value))),
  shape: [2, 4],
  tolerance: 1e-15,
  k: 2, // On the way back σ(x) is stored, and then its product with dy.
});

worksNumberByNumber((x) => softplus(x), {
  '0': Math.LN2,
  '1000': 1000,
  '-1000': 0,
  Infinity: Infinity,
  '-Infinity': 0,
  NaN: NaN,
});

test('far below 0 it is the exponential, and above 20 it is still more than x', () => {
  const [low, high] = softplus(tensor([-40, 22])).data;
  expect(low / Math.exp(-40)).toBeCloseTo(1, 14);
  expect((high - 22) / Math.exp(-22)).toBeCloseTo(1, 4);
});

test('its slope is the sigmoid, at ±1000 as well', () => {
  const x = tensor([-1000, -3, 0, 2, 1000]);
  const [dx] = gradient(softplus(x), [x], { dy: [1, 1, 1, 1, 1] });
  expect(dx.data).toEqual(sigmoid(x).data);
});

test('the layer computes what the function does', () => {
  const x = between(-2, 2, [5]);
  expect(new Softplus().forward(x).data).toEqual(softplus(x).data);
});

test("above a threshold it is x itself, with slope 1, which is PyTorch's form at 20", () => {
  const x = tensor([19.5, 20, 20.5, NaN]);
  const y = softplus(x, { threshold: 20 });
  expect(y.data[0]).toBe(softplus(x).data[0]);
  expect(y.data[1]).toBe(softplus(x).data[1]);
  expect([y.data[2], softplus(x).data[2] > 20.5, y.data[3]]).toEqual([20.5, true, NaN]);
  const [dx] = gradient(y, [x], { dy: [1, 1, 3, 1] });
  expect([dx.data[2], dx.data[1]]).toEqual([3, sigmoid(x).data[1]]);
  expect(() => softplus(x, { threshold: NaN })).toThrow(
    'softplus: expected threshold to be a number, got NaN',
  );
});
