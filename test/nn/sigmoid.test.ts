import { gradient, Sigmoid, sigmoid, tensor } from '../../src/index.js';
import { behaves, between, worksNumberByNumber } from '../autograd/ops/behaviour.js';

behaves({
  f: sigmoid,
  inputs: [between(-4, 4, [2, 4])],
  want: (x) => x.map((value) => (1 + Math.tanh(value / 2)) / 2),
  shape: [2, 4],
  tolerance: 1e-15,
});

worksNumberByNumber(sigmoid, {
  '0': 0.5,
  '1000': 1,
  '-1000': 0,
  Infinity: 1,
  '-Infinity': 0,
  NaN: NaN,
});

test('far below 0 it keeps its digits, and far above its slope does', () => {
  const [x, far] = [tensor([-40, 40]), Math.exp(-40)];
  const y = sigmoid(x);
  expect(y.data[0] / far).toBeCloseTo(1, 14);
  const [dx] = gradient(y, [x], { dy: [1, 1] });
  expect([...dx.data].map((slope) => slope / far)).toEqual([expect.closeTo(1, 14), expect.closeTo(1, 14)]);
});

test('at ±1000 there is no slope of any order, and nothing that is no number', () => {
  const x = tensor([-1000, 1000]);
  const [once] = gradient(sigmoid(x), [x], { dy: [1, 1], createGraph: true });
  const [twice] = gradient(once, [x], { dy: [1, 1] });
  expect([...once.data, ...twice.data].map(Math.abs)).toEqual([0, 0, 0, 0]);
});

test('the layer computes what the function does', () => {
  const x = between(-2, 2, [5]);
  expect(new Sigmoid().forward(x).data).toEqual(sigmoid(x).data);
});
