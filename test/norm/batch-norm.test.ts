import * as library from '../../src/index.js';
import {
  BatchNorm,
  batchNorm,
  batchNormEvaluate,
  filled,
  parameterChecks,
  Tensor,
  tensor,
  toNested,
} from '../../src/index.js';
import { batchStatistics } from '../../src/norm/batch-norm/statistics.js';
import { facts } from './facts/batch-norm.js';

test.each(Object.entries(facts))('batchNorm: %s', (_, check) => check(library));

test('BatchNorm names its parameters and buffers, and starts with γ = 1, β = 0, mean 0 and variance 1', () => {
  const norm = new BatchNorm(2, { dtype: 'float32' });
  const state = [...norm.stateDict()].map(([name, { data, dtype }]) => [name, [...data], dtype]);
  expect(state).toEqual([
    ['gamma', [1, 1], 'float32'],
    ['beta', [0, 0], 'float32'],
    ['runningMean', [0, 0], 'float32'],
    ['runningVariance', [1, 1], 'float32'],
  ]);
  expect([...norm.namedParameters().keys()]).toEqual(['gamma', 'beta']);
  expect([norm.C, norm.eps, norm.momentum, norm.training]).toEqual([2, 1e-5, 0.1, true]);
  expect(new BatchNorm(2, { affine: false }).namedParameters().size).toBe(0);
});

test('the gradients of γ and β of BatchNorm are those of differences, in training and in use', () => {
  const norm = new BatchNorm(2, { eps: 0.1, momentum: 0.5 });
  norm.gamma?.data.set([0.7, -1.1]);
  norm.beta?.data.set([0.2, 0.9]);
  const x = tensor([
    [1, 2],
    [4, -3],
    [0.5, 0.25],
  ]);
  for (const training of [true, false])
    for (const check of parameterChecks(norm.train(training), x).values())
      expect(check).toMatchObject({ ok: true });
});

test('a state taken from one BatchNorm makes another compute the same', () => {
  const [one, other] = [new BatchNorm(2), new BatchNorm(2)];
  const x = tensor([
    [1, 2],
    [4, -3],
  ]);
  one.forward(x);
  other.loadStateDict(one.stateDict());
  expect(other.evaluate().forward(x).data).toEqual(one.evaluate().forward(x).data);
  expect(other.forward(x).data).not.toEqual(x.data);
});

test('one sample is normalized in use, and refused in training', () => {
  const norm = new BatchNorm(2);
  const x = tensor([[1, 2]]);
  expect(() => norm.forward(x)).toThrow('expected more than one value for each channel in training');
  norm.forward(
    tensor([
      [1, 2],
      [3, 5],
    ]),
  );
  expect(norm.evaluate().forward(x).shape).toEqual([1, 2]);
});

test('in use before any training it says that nothing has been measured', () => {
  const norm = new BatchNorm(2);
  const x = tensor([
    [1, 2],
    [3, 5],
  ]);
  expect(() => norm.evaluate().forward(x)).toThrow(
    new RangeError(
      'BatchNorm: expected running statistics from training, got those of the start, mean 0 and variance 1. Train it or load a state; recalibrate measures those of a BatchNorm',
    ),
  );
  norm.train().forward(x);
  const loaded = new BatchNorm(2);
  loaded.loadStateDict(new BatchNorm(2).stateDict()); // what somebody has saved is taken as it is
  expect(loaded.evaluate().forward(x).shape).toEqual([2, 2]);
  loaded.loadStateDict(norm.stateDict());
  expect(loaded.evaluate().forward(x).data).toEqual(norm.evaluate().forward(x).data);
  const still = new BatchNorm(2, { momentum: 0 });
  still.forward(x);
  expect(toNested(still.evaluate().forward(x))).not.toEqual(toNested(norm.forward(x)));
});

test('BatchNorm refuses wrong options when it is made', () => {
  expect(() => new BatchNorm(0)).toThrow('BatchNorm: expected at least one number to normalize over');
  expect(() => new BatchNorm(2, { eps: -1 })).toThrow(
    'BatchNorm: expected eps to be 0 or a small positive number',
  );
  for (const momentum of [NaN, -0.5, 1.5])
    expect(() => new BatchNorm(2, { momentum })).toThrow(
      `BatchNorm: expected momentum to be a number from 0 to 1, got ${momentum}`,
    );
});

test('the statistics are right before anything is corrected, which would hide a mean that is a little wrong', () => {
  const x = tensor([
    [
      [1, 3],
      [2, 0],
    ],
    [
      [5, 7],
      [-2, 8],
    ],
  ]);
  expect(batchStatistics(x)).toEqual({
    n: 4,
    mean: Float64Array.of(4, 2),
    rest: Float64Array.of(0, 0),
    variance: Float64Array.of(5, 14),
  });
});

test('of inputs of two dtypes nothing is taken up, and nothing counts as measured', () => {
  const x = tensor([[1], [4]]);
  const single = tensor([1], { dtype: 'float32' });
  const running = { mean: tensor([5]), variance: tensor([7]) };
  for (const inputs of [
    { x, gamma: single },
    { x, beta: single },
  ])
    expect(() => batchNorm(inputs, { running })).toThrow('batchNorm: expected tensors of one dtype');
  expect([running.mean.data[0], running.variance.data[0]]).toEqual([5, 7]);
  const norm = new BatchNorm(1);
  expect(() => norm.forward(tensor([[1], [4]], { dtype: 'float32' }))).toThrow(
    "batchNorm: expected tensors of one dtype, got float32 and float64 (x and the running mean). Convert one of them first: astype(x, 'float64')",
  );
  expect([toNested(norm.runningMean), toNested(norm.runningVariance)]).toEqual([[0], [1]]);
  expect(() => norm.evaluate().forward(x)).toThrow('expected running statistics from training');
});

test('running statistics have the dtype of x, in training and in use', () => {
  const x = tensor([[1], [4]]);
  const [mean, single] = [tensor([5]), tensor([7], { dtype: 'float32' })];
  const says = 'expected tensors of one dtype, got float64 and float32 (x and the running';
  expect(() => batchNorm({ x }, { running: { mean, variance: single } })).toThrow(
    `batchNorm: ${says} variance)`,
  );
  expect(() => batchNormEvaluate({ x, running: { mean: single, variance: mean } })).toThrow(
    `batchNormEvaluate: ${says} mean)`,
  );
  expect(mean.data[0]).toBe(5);
});

test('a batch of no samples measures nothing', () => {
  const norm = new BatchNorm(1);
  norm.forward(new Tensor(filled([0, 1], 0)));
  expect(() => norm.evaluate().forward(tensor([[1]]))).toThrow('expected running statistics from training');
});

test('a momentum that is no number is refused, also where it could be compared with one', () => {
  for (const momentum of ['0.1', null] as never[])
    expect(() => new BatchNorm(1, { momentum })).toThrow('expected momentum to be a number from 0 to 1');
});

test('in use, x without channels is refused under the name of what was called', () => {
  const running = { mean: tensor([0]), variance: tensor([1]) };
  expect(() => batchNormEvaluate({ x: tensor([1, 2]), running })).toThrow(/^batchNormEvaluate: expected x /);
});
