import { mul, gradient, tensor } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

const of = (u: number, v: number): number => u * v;

describe('numbers of one shape', () => {
  behaves({
    f: (a, b) => mul(a, b),
    inputs: [between(0.5, 2, [2, 3], 'a'), between(0.5, 2, [2, 3], 'b')],
    want: (a, b) => a.map((u, i) => of(u, b[i])),
    shape: [2, 3],
  });
});

describe('a matrix and a row', () => {
  behaves({
    f: (a, b) => mul(a, b),
    inputs: [between(0.5, 2, [2, 3], 'a'), between(0.5, 2, [3], 'b')],
    want: (a, b) => a.map((u, i) => of(u, b[i % 3])),
    shape: [2, 3],
  });
});

describe('a column and a row', () => {
  behaves({
    f: (a, b) => mul(a, b),
    inputs: [between(0.5, 2, [2, 1], 'a'), between(0.5, 2, [3], 'b')],
    want: (a, b) => a.flatMap((u) => b.map((v) => of(u, v))),
    shape: [2, 3],
  });
});

test('a plain number stands for a tensor on either side, in the dtype of its partner', () => {
  const x = tensor([3, 5], { dtype: 'float32' });
  expect(mul(x, 2)).toMatchObject({ dtype: 'float32', data: Float32Array.of(of(3, 2), of(5, 2)) });
  expect(mul(2, x)).toMatchObject({ dtype: 'float32', data: Float32Array.of(of(2, 3), of(2, 5)) });
  expect(mul(2, 4)).toMatchObject({ dtype: 'float64', shape: [], data: Float64Array.of(of(2, 4)) });
});

test('a tensor may be both operands', () => {
  const x = tensor([2, 3]);
  const [dx] = gradient(mul(x, x), [x], { dy: [1, 10] });
  expect([...dx.data]).toEqual([4, 60]);
});

test('NaN and infinity flow through', () => {
  const y = mul(tensor([NaN, Infinity, 1]), tensor([1, 2, Infinity]));
  expect([...y.data]).toEqual([NaN, of(Infinity, 2), of(1, Infinity)]);
});

test('nothing gives nothing', () => {
  expect(mul(tensor([[], []]), tensor([[1], [2]])).shape).toEqual([2, 0]);
});
