import { GELU, gelu, tensor } from '../../src/index.js';
import type { GeluForm, Tensor } from '../../src/index.js';
import { behaves, between, worksNumberByNumber } from '../autograd/ops/behaviour.js';
import { expectBothWaysEqual } from './composition.js';

/** Φ by its power series, which shares nothing with erf. */
function normalProbability(x: number): number {
  let [term, total] = [x, x];
  for (let n = 1; n < 60; n++) {
    term *= (-x * x) / (2 * n);
    total += term / (2 * n + 1);
  }
  return 1 / 2 + total / Math.sqrt(2 * Math.PI);
}

describe('exact', () => {
  behaves({
    f: (x) => gelu(x),
    inputs: [between(-3, 3, [2, 4])],
    want: (x) => x.map((value) => value * normalProbability(value)),
    shape: [2, 4],
    tolerance: 1e-14,
  });
});

describe('the tanh form', () => {
  behaves({
    f: (x) => gelu(x, { form: 'tanh' }),
    inputs: [between(-3, 3, [2, 4])],
    want: (x) =>
      x.map((v) => (v / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * Math.pow(v, 3))))),
    shape: [2, 4],
    tolerance: 1e-15,
  });
});

describe.each<[GeluForm]>([['exact'], ['tanh']])('%s, number by number', (form) => {
  const f = (x: Tensor): Tensor => gelu(x, { form });
  worksNumberByNumber(f, { '0': 0, '50': 50, '-50': -0, NaN: NaN, Infinity: Infinity });

  test('the backward by hand is that of the composition, far out as well', () => {
    expectBothWaysEqual(f, [between(-8, 8, [40])]);
  });
});

test('the tanh form is within 0.0005 of the exact one, and no closer than 0.0004', () => {
  const x = tensor(Array.from({ length: 1201 }, (_, i) => (i - 600) / 100));
  const exact = gelu(x).data;
  const furthest = Math.max(...gelu(x, { form: 'tanh' }).data.map((value, i) => Math.abs(value - exact[i])));
  expect(furthest).toBeLessThan(0.0005);
  expect(furthest).toBeGreaterThan(0.0004);
});

test('the layer has the form it was made with', () => {
  const x = between(-2, 2, [5]);
  expect(new GELU().forward(x).data).toEqual(gelu(x, { form: 'exact' }).data);
  expect(new GELU({ form: 'tanh' }).forward(x).data).toEqual(gelu(x, { form: 'tanh' }).data);
});

test('refuses any other form', () => {
  expect(() => gelu(tensor(1), { form: 'toString' as GeluForm })).toThrow(
    new RangeError("gelu: expected form to be 'exact' or 'tanh', got 'toString'"),
  );
});
