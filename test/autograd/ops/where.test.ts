import { gradient, tensor, toNested, where } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('a where the condition is not 0, else b', () => {
  behaves({
    f: (a, b) => where(tensor([1, 0, -2]), a, b),
    inputs: [between(-1, 1, [2, 3], 'a'), between(-1, 1, [2, 3], 'b')],
    want: (a, b) => a.map((value, i) => (i % 3 === 1 ? b[i] : value)),
    shape: [2, 3],
  });
});

describe('a condition larger than both', () => {
  behaves({
    f: (a, b) => where(tensor([[1], [0]]), a, b),
    inputs: [between(-1, 1, [3], 'a'), between(-1, 1, [], 'b')],
    want: (a, [b]) => [...a, b, b, b],
    shape: [2, 3],
  });
});

test('what is not chosen is never looked at: a NaN there reaches neither value nor gradient', () => {
  const [a, b] = [tensor([1, NaN]), tensor([NaN, 2])];
  const y = where(tensor([1, 0]), a, b);
  expect([...y.data]).toEqual([1, 2]);
  const [da, db] = gradient(y, [a, b], { dy: [3, 4] });
  expect([[...da.data], [...db.data]]).toEqual([
    [3, 0],
    [0, 4],
  ]);
});

test('NaN is not 0: it chooses a', () => {
  expect(toNested(where(tensor([NaN]), 1, 2))).toEqual([1]);
});

test('plain numbers take the dtype of their partner, whatever the condition is', () => {
  expect(where(tensor([1, 0]), tensor([1, 2], { dtype: 'float32' }), 0).dtype).toBe('float32');
  expect(() => where(tensor([1]), tensor([1]), tensor([1], { dtype: 'float32' }))).toThrow(
    'where: expected tensors of one dtype, got float64 and float32',
  );
});
