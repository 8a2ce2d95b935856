import { shuffled, stream, Tensor, tensor } from '../../src/index.js';
import type { Batches } from '../../src/index.js';
import { picked } from '../../src/train/examples.js';

const count = 11;
const examples = {
  x: new Tensor({
    data: Float32Array.from({ length: 6 * count }, (_, i) => i),
    shape: [count, 2, 3],
    dtype: 'float32',
  }),
  targets: tensor(Array.from({ length: count }, (_, n) => 100 + n)),
};
const batches = (seed = 1): Batches => shuffled(examples, { size: 4, random: stream('order', seed) });
const labels = ({ batch }: Batches, steps: readonly number[]): number[] =>
  steps.flatMap((step) => [...batch(step).targets.data]);

test('an epoch shows no example twice, and leaves out what makes no full batch', () => {
  const of = batches();
  expect(of.perEpoch).toBe(2);
  for (const epoch of [0, 1, 2]) expect(new Set(labels(of, [2 * epoch, 2 * epoch + 1])).size).toBe(8);
});

test('over many epochs every example is used', () => {
  expect(new Set(labels(batches(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).size).toBe(count);
});

test('each epoch and each seed has another order, and a step always the same batch', () => {
  expect(labels(batches(), [0, 1])).not.toEqual(labels(batches(), [2, 3]));
  expect(labels(batches(), [0, 1])).not.toEqual(labels(batches(2), [0, 1]));
  const of = batches();
  const straight = labels(of, [0, 1, 2, 3, 4]);
  expect([...labels(batches(), [3, 4]), ...labels(of, [0])]).toEqual([
    ...straight.slice(12),
    ...straight.slice(0, 4),
  ]);
});

test('inputs keep their shape, their dtype and their class', () => {
  const { x, targets } = batches().batch(3);
  expect([x.shape, x.dtype]).toEqual([[4, 2, 3], 'float32']);
  targets.data.forEach((target, n) => expect(x.data[6 * n + 5]).toBe(6 * (target - 100) + 5));
});

test('a size that cannot be is refused', () => {
  const random = stream('order', 1);
  expect(() => shuffled(examples, { size: 0, random })).toThrow('shuffled: expected size');
  expect(() => shuffled(examples, { size: 12, random })).toThrow('at most the 11 examples, got 12');
});

test('what is picked has the rows and the classes that were asked for', () => {
  const three = {
    x: tensor([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    targets: tensor([7, 8, 9]),
  };
  const { x, targets } = picked(three, [2, 0]);
  expect([x.shape, [...x.data]]).toEqual([
    [2, 2],
    [5, 6, 1, 2],
  ]);
  expect([targets.shape, [...targets.data]]).toEqual([[2], [9, 7]]);
});
