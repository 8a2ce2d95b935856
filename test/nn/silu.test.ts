import { gradient, SiLU, silu, tensor } from '../../src/index.js';
import { behaves, between, worksNumberByNumber } from '../autograd/ops/behaviour.js';
import { expectBothWaysEqual } from './composition.js';

behaves({
  f: silu,
  inputs: [between(-4, 4, [2, 4])],
  want: (x) => x.map((value) => value / (1 + Math.exp(-value))),
  shape: [2, 4],
  tolerance: 1e-15,
});

worksNumberByNumber(silu, { '0': 0, '1000': 1000, '-1000': -0, Infinity: Infinity, NaN: NaN });

test('the backward by hand is that of the composition, far out as well', () => {
  expectBothWaysEqual(silu, [between(-8, 8, [40])]);
  expectBothWaysEqual(silu, [tensor([-1000, -30, 30, 1000])]);
});

test('its slope overshoots 1 and dips below 0, and is 0 and 1 at ±1000', () => {
  const x = tensor([-1000, -2.4, 2.4, 1000]);
  const [first, below, above, last] = gradient(silu(x), [x], { dy: [1, 1, 1, 1] })[0].data;
  expect([first, last]).toEqual([-0, 1]);
  expect(below).toBeCloseTo(1 - above, 14);
  expect(above).toBeGreaterThan(1.09);
});

test('the layer computes what the function does', () => {
  const x = between(-2, 2, [5]);
  expect(new SiLU().forward(x).data).toEqual(silu(x).data);
});
