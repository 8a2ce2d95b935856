import { batchSize } from '../../src/experiments/batch-size.js';
import { batchSizeEnds } from '../../src/experiments/batch-size-ends.js';
import { asIf, metricsOf, misjudged } from './as-if.js';

test('its plans are those of batch-size but for the batch, and that experiment keeps its own', () => {
  const batches = (experiment: typeof batchSize): unknown[] => [
    ...new Set(experiment.plans('notebook').map(({ setting }) => setting.batch)),
  ];
  expect(batches(batchSizeEnds)).toEqual([1, 64]);
  expect(batches(batchSize)).toEqual([2, 4, 8, 16, 32]);
});

test('a batch of one is refused by BatchNorm, which is no error rate at all', () => {
  expect(metricsOf(batchSizeEnds, { arm: 'batch-norm', setting: { batch: 1 } })).toEqual({ testError: NaN });
});

test('another error of a run is none of its results', () => {
  expect(() => metricsOf(batchSizeEnds, { arm: 'none', setting: { batch: 0 } })).toThrow(/size/);
});

test('the claims hold where a batch of one is as good as 64, and notice where it is not', () => {
  const results = asIf(batchSizeEnds, ({ arm, setting }) => ({
    testError: arm === 'batch-norm' && setting.batch === 1 ? NaN : 2.5,
  }));
  expect(misjudged(batchSizeEnds, results)).toEqual([]);
});
