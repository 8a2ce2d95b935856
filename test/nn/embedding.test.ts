import type { Tensor } from '../../src/index.js';
import { Embedding, gradient, stream, tensor, toNested } from '../../src/index.js';
import { behaves, between } from '../autograd/ops/behaviour.js';

const tokens = tensor([
  [3, 0],
  [3, 1],
]);

describe('rows of the table, one of them twice', () => {
  const read = (weight: Tensor): Tensor =>
    Object.assign(new Embedding(4, 3, { random: stream('any', 1) }), { weight }).forward(tokens);
  behaves({
    f: read,
    inputs: [between(-1, 1, [4, 3])],
    want: (w) => [3, 0, 3, 1].flatMap((t) => w.slice(3 * t, 3 * t + 3)),
    shape: [2, 2, 3],
  });
});

test('a token that comes twice gets both gradients, one that does not come gets none', () => {
  const embedding = new Embedding(4, 1, { random: stream('embedding', 1) });
  const dy = [
    [[1], [10]],
    [[100], [1000]],
  ];
  const [dW] = gradient(embedding.forward(tokens), [embedding.weight], { dy });
  expect(toNested(dW)).toEqual([[10], [1000], [0], [101]]);
});

test('the table is drawn from the stream, with deviation 1 unless said otherwise', () => {
  const at = (deviation: number): unknown =>
    toNested(stream('table', 2).normals([5, 3], { deviation, dtype: 'float64' }));
  expect(toNested(new Embedding(5, 3, { random: stream('table', 2) }).weight)).toEqual(at(1));
  const narrow = new Embedding(5, 3, { random: stream('table', 2), deviation: 0.5 });
  expect(toNested(narrow.weight)).toEqual(at(0.5));
  expect([...narrow.namedParameters().keys()]).toEqual(['weight']);
});

test('the table may be float32 while tokens are not', () => {
  const embedding = new Embedding(5, 3, { random: stream('table', 2), dtype: 'float32' });
  expect(embedding.forward(tokens).dtype).toBe('float32');
});

test('refuses a token that is not in the table', () => {
  const embedding = new Embedding(5, 3, { random: stream('table', 2) });
  expect(() => embedding.forward(tensor([5]))).toThrow(
    'gather: expected row numbers from 0 to 4 for x of shape [5, 3], got 5',
  );
});
