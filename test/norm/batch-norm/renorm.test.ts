import { BatchNorm, batchNormEvaluate, BatchRenorm, stream, Tensor, toNested } from '../../../src/index.js';
import { expectClose } from '../golden.js';

const x = new Tensor(stream('x', 0).normals([5, 2]));

test('BatchRenorm takes up what BatchNorm takes up, and computes the same in use', () => {
  const [norm, plain] = [new BatchRenorm(2, { momentum: 0.3 }), new BatchNorm(2, { momentum: 0.3 })];
  for (let step = 0; step < 3; step++) [norm, plain].forEach((one) => one.forward(x));
  expect([toNested(norm.runningMean), toNested(norm.runningVariance)]).toEqual([
    toNested(plain.runningMean),
    toNested(plain.runningVariance),
  ]);
  expect(norm.evaluate().forward(x).data).toEqual(plain.evaluate().forward(x).data);
});

test('in training the batch is corrected by the statistics as they stood before it', () => {
  const norm = new BatchRenorm(2, { rMax: 100, dMax: 100 });
  norm.forward(x);
  const { runningMean: mean, runningVariance: variance } = norm;
  const want = batchNormEvaluate({ x, running: { mean, variance } }).data;
  const before = toNested(mean);
  expectClose(norm.forward(x).data, want, 1e-12);
  expect(toNested(mean)).not.toEqual(before);
});

test('its limits are 3 and 5 unless said otherwise, and may grow during training', () => {
  const norm = new BatchRenorm(2);
  expect([norm.rMax, norm.dMax]).toEqual([3, 5]);
  const early = new BatchRenorm(2, { rMax: 1, dMax: 0 });
  expectClose(early.forward(x).data, new BatchNorm(2).forward(x).data, 1e-14);
  [early.rMax, early.dMax] = [100, 100];
  const running = { mean: early.runningMean, variance: early.runningVariance };
  const want = batchNormEvaluate({ x, running }).data;
  expectClose(early.forward(x).data, want, 1e-12);
});

test('wrong limits are refused when it is made, and when they were set since', () => {
  expect(() => new BatchRenorm(2, { rMax: 0.5 })).toThrow(
    'BatchRenorm: expected rMax to be a number from 1, got 0.5',
  );
  expect(() => new BatchRenorm(2, { dMax: NaN })).toThrow(
    'BatchRenorm: expected dMax to be a number from 0, got NaN',
  );
  const norm = new BatchRenorm(2);
  norm.rMax = 0;
  expect(() => norm.forward(x)).toThrow('batchRenorm: expected rMax');
  expect(toNested(norm.runningMean)).toEqual([0, 0]);
});
