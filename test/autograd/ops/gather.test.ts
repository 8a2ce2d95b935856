import { gather, gradient, tensor, toNested } from '../../../src/index.js';
import { behaves, between } from './behaviour.js';

describe('rows by number, some of them twice', () => {
  behaves({
    f: (x) =>
      gather(
        x,
        tensor([
          [2, 0],
          [2, 1],
        ]),
      ),
    inputs: [between(-1, 1, [4, 3])],
    want: (x) => [2, 0, 2, 1].flatMap((row) => x.slice(3 * row, 3 * row + 3)),
    shape: [2, 2, 3],
  });
});

test('from a vector it takes numbers', () => {
  expect([...gather(tensor([5, 6, 7]), tensor([2, 2, 0])).data]).toEqual([7, 7, 5]);
});

test('a row taken twice gets the sum of both gradients, one never taken gets 0', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const dy = [
    [1, 2],
    [10, 20],
    [5, 5],
  ];
  expect(toNested(gradient(gather(x, tensor([1, 1, 0])), [x], { dy })[0])).toEqual([
    [5, 5],
    [11, 22],
    [0, 0],
  ]);
});

test('the numbers may be of another dtype, and no gradient flows into them', () => {
  const index = tensor([1, 0]);
  const x = tensor([[1], [2]], { dtype: 'float32' });
  const y = gather(x, index);
  expect(y.dtype).toBe('float32');
  expect([...gradient(y, [index], { dy: tensor([[1], [1]], { dtype: 'float32' }) })[0].data]).toEqual([0, 0]);
});

test('no numbers give no rows', () => {
  expect(gather(tensor([[1, 2]]), tensor([])).shape).toEqual([0, 2]);
});

test.each([[-1], [2], [0.5], [NaN]])('refuses %p as the number of one of two rows', (row) => {
  expect(() =>
    gather(
      tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      tensor([0, row]),
    ),
  ).toThrow(new RangeError(`gather: expected row numbers from 0 to 1 for x of shape [2, 3], got ${row}`));
});

test('refuses a single number', () => {
  expect(() => gather(tensor(3), tensor([0]))).toThrow('gather: expected x of shape [V, ...], got []');
});
