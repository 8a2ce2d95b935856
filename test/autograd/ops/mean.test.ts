import { mean, tensor } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('over all numbers', () => {
  behaves({
    f: (x) => mean(x),
    inputs: [between(-1, 1, [2, 3])],
    want: (x) => [x.reduce((a, b) => a + b, 0) / 6],
    shape: [],
    tolerance: 1e-15,
    k: 2,
  });
});

describe('over two of three axes, which stay', () => {
  behaves({
    f: (x) => mean(x, { axis: [0, -1], keepdims: true }),
    inputs: [between(-1, 1, [2, 2, 2])],
    want: (x) => [(x[0] + x[1] + x[4] + x[5]) / 4, (x[2] + x[3] + x[6] + x[7]) / 4],
    shape: [1, 2, 1],
    tolerance: 1e-15,
    k: 2,
  });
});

test('the mean of nothing is not a number', () => {
  expect([...mean(tensor([[], []]), { axis: 1 }).data]).toEqual([NaN, NaN]);
  expect([...mean(tensor([])).data]).toEqual([NaN]);
});

test('a NaN flows through', () => {
  expect([
    ...mean(
      tensor([
        [1, NaN],
        [1, 2],
      ]),
      { axis: 1 },
    ).data,
  ]).toEqual([NaN, 1.5]);
});

test('says which axes there are, in its own name', () => {
  expect(() => mean(tensor([[1]]), { axis: 2 })).toThrow(
    'mean: expected axis from -2 to 1 for shape [1, 1], got 2',
  );
});
