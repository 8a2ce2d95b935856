import { mersenne } from 'pure-rand/generator/mersenne';
import {
  Dropout,
  dropout,
  filled,
  gradient,
  gradientCheck,
  Sequential,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import { between } from '../autograd/ops/behaviour.js';

const ones = new Tensor(filled([20, 50], 1));
const layerOf = (rate: number = 0.5): Dropout => new Dropout(rate, { random: stream('dropout', 1) });
const passes = (layer: Dropout, n: number): number[][] =>
  Array.from({ length: n }, () => [...layer.forward(ones).data]);

test('a number is dropped or scaled, with the probability asked for, and the mean stays', () => {
  const n = 40000;
  const y = dropout(new Tensor(filled([n], 3)), 0.2, { random: stream('dropout', 5) });
  expect(new Set(y.data)).toEqual(new Set([0, 3 / 0.8]));
  const dropped = y.data.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
  // Five deviations of a binomial count.
  expect(Math.abs(dropped - 0.2 * n)).toBeLessThan(5 * Math.sqrt(n * 0.2 * 0.8));
});

test('the gradient passes where the number passed, scaled alike', () => {
  const x = between(1, 2, [4, 5]);
  const dy = between(-1, 1, [4, 5], 'cotangent');
  const y = dropout(x, 0.4, { random: stream('dropout', 2) });
  const [dx] = gradient(y, [x], { dy });
  expect(y.data.some((value) => value === 0)).toBe(true);
  dx.data.forEach((value, i) => expect(value).toBeCloseTo((dy.data[i] * y.data[i]) / x.data[i], 14));
  const f = (u: Tensor): Tensor => dropout(u, 0.4, { random: stream('dropout', 2) });
  expect(gradientCheck(f, [x])).toMatchObject({ ok: true });
});

test('it keeps the dtype', () => {
  const y = dropout(tensor([1, 1, 1, 1], { dtype: 'float32' }), 0.1, { random: stream('dropout', 1) });
  expect(y.dtype).toBe('float32');
  expect(Math.max(...y.data)).toBe(Math.fround(1 / 0.9));
});

test('after evaluate() a layer gives x itself and draws nothing', () => {
  const layer = layerOf().evaluate();
  expect(layer.forward(ones)).toBe(ones);
  expect([...layer.passes.data]).toEqual([0]);
  expect(passes(layer.train(), 1)).toEqual(passes(layerOf(), 1));
});

test('each pass has a mask of its own, and so has each layer of one stream', () => {
  const random = stream('dropout', 1);
  const [a, b] = [new Dropout(0.5, { random }), new Dropout(0.5, { random })];
  const masks = [...passes(a, 3), ...passes(b, 3)].map((mask) => mask.join());
  expect(new Set(masks).size).toBe(6);
});

test('another generator draws other masks', () => {
  const other = new Dropout(0.5, { random: stream('dropout', 1, mersenne) });
  expect(passes(other, 1)).not.toEqual(passes(layerOf(), 1));
});

test('a state that is loaded goes on with the masks that would have come next', () => {
  const before = new Sequential([layerOf()]);
  before.forward(ones);
  before.forward(ones);
  const state = before.stateDict();
  const after = new Sequential([layerOf()]);
  after.loadStateDict(state);
  expect([...state.keys()]).toEqual(['layers.0.passes']);
  const next = [...before.forward(ones).data];
  expect([...after.forward(ones).data]).toEqual(next);
  expect(passes(layerOf(), 3)[2]).toEqual(next);
  expect(state.get('layers.0.passes')?.data[0]).toBe(2);
});

test('at rate 0 nothing happens', () => {
  expect(layerOf(0).forward(ones)).toBe(ones);
  expect(dropout(ones, 0, { random: stream('dropout', 1) }).data).toEqual(ones.data);
});

test.each([[1], [-0.1], [NaN]])('refuses the rate %p', (rate) => {
  expect(() => layerOf(rate)).toThrow(
    new RangeError(`Dropout: expected rate to be from 0 to below 1, got ${rate}`),
  );
  expect(() => dropout(ones, rate, { random: stream('dropout', 1) })).toThrow(
    new RangeError(`dropout: expected rate to be from 0 to below 1, got ${rate}`),
  );
});
