import { exp, logSoftmax, softmax, tensor, toNested, transpose } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';
import { bothWays, expectBothWaysEqual } from './composition.js';

describe('along the last axis', () => {
  behaves({
    f: (x) => logSoftmax(x),
    inputs: [between(-2, 2, [2, 3])],
    want: (x) =>
      [x.slice(0, 3), x.slice(3)].flatMap((row) => {
        const total = row.reduce((sum, value) => sum + Math.exp(value), 0);
        return row.map((value) => value - Math.log(total));
      }),
    shape: [2, 3],
    tolerance: 1e-15,
  });
});

test('along another axis it is as along the last', () => {
  const x = between(-1, 1, [3, 2, 4]);
  const exchange = [2, 1, 0];
  expect(toNested(logSoftmax(x, { axis: 0 }))).toEqual(
    toNested(transpose(logSoftmax(transpose(x, exchange)), exchange)),
  );
});

test('it is the logarithm of softmax', () => {
  const x = between(-3, 3, [3, 5]);
  const want = softmax(x).data;
  exp(logSoftmax(x)).data.forEach((value, i) => expect(value).toBeCloseTo(want[i], 15));
});

test('the backward by hand is that of the composition', () => {
  expectBothWaysEqual((x) => logSoftmax(x), [between(-3, 3, [3, 5])]);
  expectBothWaysEqual((x) => logSoftmax(x, { axis: 0 }), [between(-3, 3, [3, 5])]);
});

test('what softmax cannot store still has a logarithm', () => {
  expect(toNested(logSoftmax(tensor([[1e4, 0, -1e4]])))).toEqual([[0, -1e4, -2e4]]);
});

test('−∞ stays, alone or with others, and its gradients agree both ways', () => {
  const x = tensor([
    [-Infinity, 1, 1],
    [-Infinity, -Infinity, -Infinity],
  ]);
  expect(toNested(logSoftmax(x))).toEqual([
    [-Infinity, -Math.LN2, -Math.LN2],
    [-Infinity, -Infinity, -Infinity],
  ]);
  const { byHand, composed } = bothWays((u) => logSoftmax(u), [x]);
  byHand.forEach((value, i) => expect(composed[i]).toBeCloseTo(value, 14));
});

test('refuses an axis that is not there', () => {
  expect(() => logSoftmax(tensor([1, 2]), { axis: 1 })).toThrow(
    'logSoftmax: expected axis from -1 to 0 for shape [2], got 1',
  );
});
