import {
  add,
  BatchNorm,
  batchStatistics,
  GhostBatchNorm,
  L1BatchNorm,
  Linear,
  recalibrate,
  Sequential,
  stream,
  Tensor,
  tensor,
  toNested,
} from '../../../src/index.js';
import { expectClose } from '../golden.js';

const normals = (name: string, ...shape: number[]): Tensor => new Tensor(stream(name, 0).normals(shape));

test('a norm that failed to be measured counts as not measured', () => {
  const norm = new BatchNorm(2);
  expect(() => recalibrate(norm, [normals('a', 4, 2), normals('b', 4, 3)])).toThrow('BatchNorm: expected x');
  expect(() => norm.evaluate().forward(normals('a', 4, 2))).toThrow('expected running statistics');
});

describe('recalibration', () => {
  const model = (): Sequential =>
    new Sequential([
      new Linear(2, 3, { random: stream('W', 1) }),
      new BatchNorm(3),
      new Linear(3, 1, { random: stream('V', 1) }),
    ]);
  const normOf = (sequence: Sequential): BatchNorm =>
    [...sequence.namedModules().values()].find((part) => part instanceof BatchNorm) as BatchNorm;

  test('measures the mean and the variance of all batches, and leaves modes and momentum as they were', () => {
    const net = model().evaluate();
    const batches = ['a', 'b'].map((name) => add(normals(name, 6, 2), 3));
    recalibrate(net, batches);
    const norm = normOf(net);
    const parts = batches.map((batch) =>
      batchStatistics((net.children().values().next().value as Linear).forward(batch)),
    );
    const mean = parts[0].mean.map((m, c) => (m + parts[1].mean[c]) / 2);
    const variance = mean.map(
      (m, c) =>
        parts.reduce((total, part) => total + (part.variance[c] * 6) / 5 + part.mean[c] * part.mean[c], 0) /
          2 -
        m * m,
    );
    expectClose(norm.runningMean.data, mean, 1e-13);
    expectClose(norm.runningVariance.data, variance, 1e-13);
    expect([norm.momentum, norm.training, net.training]).toEqual([0.1, false, false]);
  });

  test('leaves the statistics of other norms as they were, measured or not', () => {
    const [ghost, l1] = [new GhostBatchNorm(2, { size: 2 }), new L1BatchNorm(2, { momentum: 0.3 })];
    l1.forward(normals('c', 4, 2));
    const before = [ghost, l1].map((norm) => norm.stateDict());
    recalibrate(new Sequential([ghost, new BatchNorm(2), l1]), [normals('a', 6, 2)]);
    expect([ghost, l1].map((norm) => norm.stateDict())).toEqual(before);
    expect([ghost.momentum, l1.momentum]).toEqual([0.1, 0.3]);
    expect(() => ghost.evaluate().forward(normals('a', 6, 2))).toThrow('expected running statistics');
    expect(l1.evaluate().forward(normals('a', 6, 2)).shape).toEqual([6, 2]);
  });

  test('weighs batches by their samples', () => {
    const norm = new BatchNorm(1);
    recalibrate(norm, [tensor([[1], [1]]), tensor([[4], [4], [4], [4]])]);
    expectClose(norm.runningMean.data, [3], 1e-15);
    expectClose(norm.runningVariance.data, [2], 1e-15);
  });

  test('puts everything back if a batch cannot be run', () => {
    const net = model();
    const norm = normOf(net);
    norm.runningMean.data.set([5, 6, 7]);
    expect(() => recalibrate(net, [normals('a', 4, 2), normals('b', 4, 3)])).toThrow('linear: expected x');
    expect([toNested(norm.runningMean), toNested(norm.runningVariance), norm.momentum]).toEqual([
      [5, 6, 7],
      [1, 1, 1],
      0.1,
    ]);
    expect(() => recalibrate(net, [])).toThrow('recalibrate: expected at least one batch, got none');
    expect(() => recalibrate(net, [normals('a', 0, 2)])).toThrow(
      'recalibrate: expected at least one sample, got empty batches',
    );
    expect(toNested(norm.runningMean)).toEqual([5, 6, 7]);
    expect(() => recalibrate(new Linear(1, 1, { random: stream('W', 0) }), [tensor([[1]])])).toThrow(
      'recalibrate: expected a model with a BatchNorm, got none in it',
    );
  });
});
