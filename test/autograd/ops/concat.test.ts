import { concat, gradient, tensor, toNested } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('along the first axis', () => {
  behaves({
    f: (a, b, c) => concat([a, b, c], { axis: 0 }),
    inputs: [between(-1, 1, [2, 3], 'a'), between(-1, 1, [1, 3], 'b'), between(-1, 1, [2, 3], 'c')],
    want: (a, b, c) => [...a, ...b, ...c],
    shape: [5, 3],
  });
});

describe('along a middle axis', () => {
  behaves({
    f: (a, b) => concat([a, b], { axis: 1 }),
    inputs: [between(-1, 1, [2, 1, 2], 'a'), between(-1, 1, [2, 2, 2], 'b')],
    want: (a, b) => [...a.slice(0, 2), ...b.slice(0, 4), ...a.slice(2), ...b.slice(4)],
    shape: [2, 3, 2],
  });
});

test('−1 is the last axis, and a part may be empty', () => {
  const y = concat(
    [
      tensor([[1], [2]]),
      tensor([[], []]),
      tensor([
        [3, 4],
        [5, 6],
      ]),
    ],
    { axis: -1 },
  );
  expect(toNested(y)).toEqual([
    [1, 3, 4],
    [2, 5, 6],
  ]);
});

test('a tensor may stand twice: its gradients add up', () => {
  const x = tensor([1, 2]);
  expect([...gradient(concat([x, x], { axis: 0 }), [x], { dy: [1, 2, 30, 40] })[0].data]).toEqual([31, 42]);
});

test('says what does not fit', () => {
  const [a, b] = [tensor([[1, 2]]), tensor([[1, 2, 3]])];
  expect(() => concat([a, b], { axis: 0 })).toThrow(
    'concat: expected part 1 of shape like [1, 2] but for axis 0, got [1, 3]',
  );
  expect(() => concat([a, tensor([1, 2])], { axis: 0 })).toThrow('got [2]');
  expect(() => concat([], { axis: 0 })).toThrow(
    new RangeError('concat: expected at least one tensor, got none'),
  );
  expect(() => concat([a], { axis: 2 })).toThrow(
    'concat: expected axis from -2 to 1 for shape [1, 2], got 2',
  );
  expect(() => concat([tensor(1)], { axis: 0 })).toThrow(
    'concat: expected at least one axis, got a single number',
  );
  expect(() => concat([a, tensor([[1, 2]], { dtype: 'float32' })], { axis: 0 })).toThrow(
    'concat: expected tensors of one dtype, got float64 and float32',
  );
});
