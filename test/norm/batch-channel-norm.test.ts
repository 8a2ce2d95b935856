import {
  BatchChannelNorm,
  batchChannelNorm,
  batchNorm,
  groupNorm,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';

const x = new Tensor(stream('x', 0).normals([5, 4]));

test('it is batch normalization, then group normalization', () => {
  const y = batchChannelNorm({ x }, { groups: 2, eps: 0.1 });
  expect(y.data).toEqual(groupNorm({ x: batchNorm({ x }, { eps: 0.1 }) }, { groups: 2, eps: 0.1 }).data);
  expect(batchChannelNorm({ x }).data).toEqual(batchChannelNorm({ x }, { groups: 1, eps: 1e-5 }).data);
});

test('BatchChannelNorm has parameters of both steps, and running statistics of the first', () => {
  const norm = new BatchChannelNorm(4, { groups: 2, eps: 0.1, momentum: 0.5 });
  expect([...norm.namedParameters().keys()]).toEqual([
    'batch.gamma',
    'batch.beta',
    'channel.gamma',
    'channel.beta',
  ]);
  expect(norm.forward(x).data).toEqual(batchChannelNorm({ x }, { groups: 2, eps: 0.1 }).data);
  expect(norm.batch.runningMean.data.every((mean) => mean !== 0)).toBe(true);
  const alone = norm.evaluate().forward(tensor([[1, 2, 3, 4]]));
  expect(alone.data.every(Number.isFinite)).toBe(true);
});

test('a wrong shape is refused by the name of the parameter', () => {
  expect(() => batchChannelNorm({ x, gamma2: tensor([1]) })).toThrow(
    'batchChannelNorm: expected gamma2 of shape [4], got [1]',
  );
  expect(() => batchChannelNorm({ x }, { groups: 3 })).toThrow(
    'expected groups to divide the 4 channels, got 3',
  );
  expect(() => batchChannelNorm({ x: tensor([1]) })).toThrow(
    'batchChannelNorm: expected x of shape [N, C, ...], got [1]',
  );
});
