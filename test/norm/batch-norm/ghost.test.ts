import { filled, GhostBatchNorm, stream, Tensor, toNested } from '../../../src/index.js';
import { expectClose } from '../golden.js';

const x = new Tensor(stream('x', 0).normals([6, 2]));

test('the running statistics take up one ghost batch after the other, in their order', () => {
  const norm = new GhostBatchNorm(2, { size: 2, momentum: 0.3 });
  norm.forward(x);
  const [mean, variance] = [
    [0, 0],
    [1, 1],
  ];
  const rows = toNested(x) as number[][];
  for (const [a, b] of [0, 2, 4].map((first) => rows.slice(first, first + 2)))
    for (const c of [0, 1]) {
      mean[c] = 0.7 * mean[c] + (0.3 * (a[c] + b[c])) / 2;
      variance[c] = 0.7 * variance[c] + (0.3 * (a[c] - b[c]) ** 2) / 2; // of two numbers, divided by n − 1
    }
  expectClose(norm.runningMean.data, mean, 1e-15);
  expectClose(norm.runningVariance.data, variance, 1e-15);
});

test('a batch that the size does not divide is refused in training, and taken in use', () => {
  const norm = new GhostBatchNorm(2, { size: 4 });
  expect(() => norm.forward(x)).toThrow('ghostBatchNorm: expected size to divide the 6 samples, got 4');
  expect(toNested(norm.runningMean)).toEqual([0, 0]);
  expect(() => norm.evaluate().forward(x)).toThrow('GhostBatchNorm: expected running statistics');
  norm.loadStateDict(new GhostBatchNorm(2, { size: 4 }).stateDict());
  expect(norm.forward(x).shape).toEqual([6, 2]);
});

test('ghost batches of one number are refused before the first of them is taken up', () => {
  const norm = new GhostBatchNorm(1, { size: 1 });
  expect(() => norm.forward(new Tensor(filled([3, 1], 2)))).toThrow('expected more than one value');
  expect([toNested(norm.runningMean), toNested(norm.runningVariance)]).toEqual([[0], [1]]);
});

test('a size that is no whole number from 1 is refused when it is made', () => {
  for (const size of [0, 1.5, NaN])
    expect(() => new GhostBatchNorm(2, { size })).toThrow(
      `GhostBatchNorm: expected size to be a whole number from 1, got ${size}`,
    );
});
