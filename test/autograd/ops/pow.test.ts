import { gradient, pow, tensor } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

describe.each([[-1], [-0.5], [0.5], [1], [2], [3], [2.5]])('to the power %p', (exponent) => {
  behaves({
    f: (x) => pow(x, exponent),
    inputs: [between(0.5, 2, [3, 4])],
    want: (x) => x.map((v) => Math.exp(exponent * Math.log(v))),
    shape: [3, 4],
    tolerance: 1e-14,
  });
});

worksNumberByNumber((x) => pow(x, 2), { '-3': 9, '0': 0, Infinity: Infinity, NaN: NaN });

test('to the power 0 all is 1, and the gradient is 0 even at 0', () => {
  const x = tensor([0, 2, -1]);
  const y = pow(x, 0);
  expect(y.data).toEqual(Float64Array.of(1, 1, 1));
  expect([...gradient(y, [x], { dy: [1, 2, 3] })[0].data].map(Math.abs)).toEqual([0, 0, 0]);
});

test('a square can be differentiated three times at 0', () => {
  const x = tensor(0);
  const [dx] = gradient(pow(x, 2), [x], { createGraph: true });
  const [ddx] = gradient(dx, [x], { createGraph: true });
  const [dddx] = gradient(ddx, [x]);
  expect([dx.data[0], ddx.data[0], dddx.data[0]]).toEqual([0, 2, 0]);
});
